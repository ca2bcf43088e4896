package org.relais.care.identity.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a name sounds in French, as a key: two spellings with one key are heard as one name ({@code GAUTIER},
 * {@code GAUTHIER}, {@code GOTIÉ}). Of our own because the encoders of Commons Codec follow English, German or Slavonic
 * sounds: none joins {@code EAU} and {@code O}, nor drops a final {@code X}.
 *
 * <p>Read from left to right, the first rule that fits is taken: letters, what must follow, sound. Nasals become digits (1
 * an, 2 in, 3 on), mute endings and H go, double letters count once.
 */
public final class FrenchSound {
    private static final String SOFT = "EIY";
    private static final String VOWELS = "AEIOUY";
    private static final Map<Character, List<Rule>> RULES = new HashMap<>();

    static {
        rules(Then.END, "EAUX EAULT AULT AUX AUD AUT OT OS OD OP OST|O", "EUX EUR|E", "OUX OUT OUS|U");
        rules(Then.END, "ERS ETS AIS AIT AYS ES ER EZ ET EE AY EY AI EI E|E", "IES IE IS IT IX IZ ID I YS Y|I");
        rules(Then.END, "TS DS PS T D S X Z P|", "UES UE US UT U|U", "C CS CQ|K", "AS AT AZ A|A");
        rules(
                Then.END,
                "ENDS ENTS ANDS ANTS ANS ANT AND ENT END ANC|1",
                "ONDS ONTS ONT OND ONS ONC|3",
                "INTS INS INT AINTS|2");
        rules(Then.NO_VOWEL, "AIN EIN AIM IEN OIN|2", "AN AM EN EM AEN|1", "IN IM YN YM UN UM|2", "ON OM|3");
        rules(Then.SOFT, "GU|G", "SC C|S", "G|J", "GE|J");
        rules(Then.ANY, "EAU AU|O", "OEU EU OE|E", "OU|U", "AI EI AY EY|E", "OI OY|UA", "ILLE|IE");
        rules(
                Then.ANY,
                "CHR|KR",
                "CHL|KL",
                "SCH SH CH|C",
                "PH|F",
                "TH|T",
                "RH|R",
                "QU Q CK K CC C|K",
                "GN|N",
                "GH|G",
                "DJ|J");
        rules(Then.ANY, "X|KS", "Z|S", "W|V", "Y|I", "H|");
    }

    private FrenchSound() {}

    /** The key of a folded name; words run together. Empty for a name without letters. */
    public static String key(String folded) {
        String name = folded.replace(" ", "");
        StringBuilder key = new StringBuilder(name.length());
        int at = 0;
        while (at < name.length()) {
            Rule rule = at == 0 && name.length() <= 2 ? null : rule(name, at);
            append(key, rule == null ? name.substring(at, at + 1) : rule.sound);
            at += rule == null ? 1 : rule.letters.length();
        }
        return key.toString();
    }

    /** Whether two keys are one sound, of more than a single letter. */
    static boolean alike(String one, String two) {
        return one.length() > 1 && one.equals(two);
    }

    private static void append(StringBuilder key, String sound) {
        for (int at = 0; at < sound.length(); at++) {
            if (key.isEmpty() || key.charAt(key.length() - 1) != sound.charAt(at)) {
                key.append(sound.charAt(at));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Rule rule(String name, int at) {
        for (Rule rule : RULES.getOrDefault(name.charAt(at), List.of())) {
            if (rule.fits(name, at)) {
                return rule;
            }
        }
        return null;
    }

    private static void rules(Then then, String... lines) {
        for (String line : lines) {
            String sound = line.substring(line.indexOf('|') + 1);
            for (String letters : line.substring(0, line.indexOf('|')).split(" ")) {
                RULES.computeIfAbsent(letters.charAt(0), first -> new ArrayList<>())
                        .add(new Rule(letters, then, sound));
            }
        }
    }

    private enum Then {
        END,
        SOFT,
        /** The end, or a consonant that is not the same nasal doubled. */
        NO_VOWEL,
        ANY
    }

    private record Rule(String letters, Then then, String sound) {
        boolean fits(String name, int at) {
            if (!name.startsWith(letters, at)) {
                return false;
            }
            int next = at + letters.length();
            return switch (then) {
                case ANY -> true;
                case END -> next == name.length() && at > 0;
                case SOFT -> next < name.length() && SOFT.indexOf(name.charAt(next)) >= 0;
                case NO_VOWEL ->
                    next == name.length()
                            || (VOWELS.indexOf(name.charAt(next)) < 0 && "NMH".indexOf(name.charAt(next)) < 0);
            };
        }
    }
}
