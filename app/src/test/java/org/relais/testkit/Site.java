package org.relais.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import org.relais.care.ClinicalFact;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.Pseudonyms;
import org.relais.kernel.RecordKey;

/** A hospital and the index that listens to it, at a fixed time. */
public final class Site {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    public static final Pseudonyms PSEUDONYMS =
            (domain, text) -> UUID.nameUUIDFromBytes((domain + "\u0000" + text).getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("-", "");

    public final Said said = new Said();
    public final Patients patients = patients();

    public Patients patients() {
        return new Patients(PSEUDONYMS, said, () -> ZONE, InstantSource.fixed(Said.START));
    }

    /** The hospital says something, and the index takes it in. */
    public Entry adt(ClinicalFact... facts) {
        Entry entry = said.adt(facts);
        patients.apply(entry);
        return entry;
    }

    public Entry message(String label, ClinicalFact... facts) {
        Entry entry = said.message(label, "LABO POINTE", facts);
        patients.apply(entry);
        return entry;
    }

    public Patient patient(RecordKey record) {
        return patients.byRecord(record).orElseThrow();
    }

    public Patient patient(Person person) {
        return patient(person.record);
    }

    /** Where a patient lies, as {@code WARD/ROOM/BED}, or {@code nowhere}. */
    public String place(Person person) {
        var place = patient(person).place();
        return place == null ? "nowhere" : place.ward().value() + "/" + place.room() + "/" + place.bed();
    }

    public static byte[] snapshot(ReadModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            model.save(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static <M extends ReadModel> M restored(M empty, byte[] snapshot) {
        try {
            empty.load(new DataInputStream(new ByteArrayInputStream(snapshot)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return empty;
    }
}
