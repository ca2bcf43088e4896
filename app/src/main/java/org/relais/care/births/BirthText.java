package org.relais.care.births;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.Birth.Apart;
import org.relais.care.births.Birth.Doubt;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Issue;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;

/** The parts of the snapshot of {@link BirthBook}. */
final class BirthText {
    private BirthText() {}

    static void write(DataOutput out, Birth birth) throws IOException {
        out.writeUTF(birth.child().hex());
        out.writeInt(birth.entry());
        out.writeUTF(birth.delivery());
        out.writeUTF(birth.number());
        RecordKey mother = birth.mother();
        out.writeBoolean(mother != null);
        if (mother != null) {
            out.writeUTF(mother.authority());
            out.writeUTF(mother.localId());
        }
        out.writeUTF(birth.matching());
        out.writeInt(birth.rank());
        out.writeInt(birth.of());
        out.writeUTF(birth.sex().name());
        out.writeUTF(birth.issue().name());
        out.writeUTF(birth.at().toString());
        out.writeBoolean(birth.banded());
        Apart apart = birth.apart();
        out.writeBoolean(apart != null);
        if (apart != null) {
            out.writeUTF(apart.where().name());
            out.writeUTF(apart.with());
            out.writeUTF(apart.since().toString());
        }
        Doubt doubt = birth.doubt();
        out.writeBoolean(doubt != null);
        if (doubt != null) {
            out.writeUTF(doubt.reason());
            out.writeUTF(doubt.since().toString());
        }
        out.writeBoolean(birth.annulled());
    }

    static Birth read(DataInput in) throws IOException {
        return new Birth(
                new PatientId(in.readUTF()),
                in.readInt(),
                in.readUTF(),
                in.readUTF(),
                mother(in),
                in.readUTF(),
                in.readInt(),
                in.readInt(),
                Sex.valueOf(in.readUTF()),
                Issue.valueOf(in.readUTF()),
                Instant.parse(in.readUTF()),
                in.readBoolean(),
                apart(in),
                in.readBoolean() ? new Doubt(in.readUTF(), Instant.parse(in.readUTF())) : null,
                in.readBoolean());
    }

    private static @Nullable RecordKey mother(DataInput in) throws IOException {
        return in.readBoolean() ? new RecordKey(in.readUTF(), in.readUTF()) : null;
    }

    private static @Nullable Apart apart(DataInput in) throws IOException {
        return in.readBoolean()
                ? new Apart(Destination.valueOf(in.readUTF()), in.readUTF(), Instant.parse(in.readUTF()))
                : null;
    }
}
