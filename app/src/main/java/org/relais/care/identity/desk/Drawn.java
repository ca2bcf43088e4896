package org.relais.care.identity.desk;

import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.journal.Receipt;
import org.relais.kernel.PatientId;

/** A newcomer who has a number now. */
public record Drawn(PatientId patient, DowntimeNumber number, Receipt receipt) {}
