package org.relais.demo;

import java.util.List;

/** A CDA R2 document with one section: header in brief, lines as paragraphs, a small table. */
final class SmallCda {
    private SmallCda() {}

    static String of(String title, List<String> lines, Inpatient patient) {
        StringBuilder cda = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .append("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>")
                .append(escaped(title))
                .append("</title><recordTarget><patientRole><patient><name><family>")
                .append(escaped(patient.person.family()))
                .append("</family><given>")
                .append(escaped(patient.person.given()))
                .append("</given></name></patient></patientRole></recordTarget>")
                .append("<component><structuredBody><component><section><title>Synthèse</title><text>");
        lines.forEach(line -> cda.append("<paragraph>").append(escaped(line)).append("</paragraph>"));
        return cda.append("<table><tbody><tr><td>Régime</td><td>normal</td></tr>")
                .append("<tr><td>Mobilisation</td><td>avec aide</td></tr></tbody></table>")
                .append("</text></section></component></structuredBody></component></ClinicalDocument>")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
