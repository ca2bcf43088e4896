package org.relais.web.node;

/** One thing to tick or to pick in a form. */
public record Choice(String value, String label, boolean chosen) {}
