package org.relais.kernel;

/**
 * One record of a patient in one system: whose numbering, and the number. Entries are never re-keyed; a chart is the
 * union over linked records.
 *
 * @param authority assigning authority as the message names it (HL7 CX.4: namespace, else universal id), else the feed
 * @param localId   the number itself, as received
 */
public record RecordKey(String authority, String localId) {}
