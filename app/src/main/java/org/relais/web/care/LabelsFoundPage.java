package org.relais.web.care;

/** Choosing whose bands and labels are printed. */
public record LabelsFoundPage(PatientsPage found) {}
