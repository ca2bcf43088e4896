package org.relais.care.identity.desk;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.relais.care.identity.desk.IdentityBook.Held;
import org.relais.care.identity.desk.IdentityFact.Bond;
import org.relais.kernel.RecordKey;

/** The parts of the snapshot of {@link IdentityBook}. */
final class IdentityBookText {
    private IdentityBookText() {}

    static void longs(DataOutput out, Collection<Long> numbers) throws IOException {
        out.writeInt(numbers.size());
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    static List<Long> longs(DataInput in) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            numbers.add(in.readLong());
        }
        return numbers;
    }

    static void texts(DataOutput out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static List<String> texts(DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    static void held(DataOutput out, Held held) throws IOException {
        out.writeUTF(held.record().authority());
        out.writeUTF(held.record().localId());
        out.writeUTF(held.other().authority());
        out.writeUTF(held.other().localId());
        out.writeUTF(held.bond().name());
        out.writeLong(held.position());
    }

    static Held held(DataInput in) throws IOException {
        return new Held(
                new RecordKey(in.readUTF(), in.readUTF()),
                new RecordKey(in.readUTF(), in.readUTF()),
                Bond.valueOf(in.readUTF()),
                in.readLong());
    }
}
