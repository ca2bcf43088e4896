package org.relais.care.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.pages.ByteReader;
import org.relais.care.identity.pages.ByteWriter;

/**
 * Texts that many records share (numberings, kinds of numbers, wards, beds, choices), each by a number from 1 on in the order
 * in which they were first heard of; 0 for none. Never anything that tells who somebody is.
 */
final class Codes {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a text, which is taken in when it was not known. */
    int of(@Nullable String text) {
        return text == null
                ? 0
                : numbers.computeIfAbsent(text, first -> {
                    texts.add(first);
                    return texts.size();
                });
    }

    /** The number of a text; 0 when it is not known. */
    int known(String text) {
        return numbers.getOrDefault(text, 0);
    }

    @Nullable
    String text(int number) {
        return number == 0 ? null : texts.get(number - 1);
    }

    void write(ByteWriter out) {
        out.number(texts.size());
        texts.forEach(out::text);
    }

    static Codes read(ByteReader in) {
        Codes codes = new Codes();
        for (int left = in.count(); left > 0; left--) {
            codes.of(in.text());
        }
        return codes;
    }
}
