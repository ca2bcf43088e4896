package org.relais.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Names put together from parts that are usual in the French West Indies; nobody in particular bears them. */
final class Names {
    static final List<String> FAMILY = List.of(
            "JOSEPH",
            "MONROSE",
            "LOUIS",
            "BELROSE",
            "VALCÉRAN",
            "MARIGNY",
            "DORVAL",
            "PALMÉZIN",
            "CÉLESTE",
            "ZÉPHIRIN",
            "CHARLES",
            "PIERRE",
            "JEAN",
            "BAPTISTE",
            "ALEXIS",
            "ÉLISABÉ",
            "MONTLOUIS",
            "ROSÉLIE",
            "BEAUROY",
            "DÉSIRÉE",
            "LARIVAL",
            "HORTENSE",
            "CADORÉ",
            "SAINTE-ROSE",
            "FÉLICIEN",
            "GERMANY",
            "VERTPRÉ",
            "NARCISSOT",
            "OLIVIERT",
            "RAVINELLE",
            "THÉODOSE",
            "URSULET",
            "VICTORIN",
            "AMORÉ",
            "BOISVERT",
            "CLAIRICIA",
            "DELMONT",
            "EUSTACHY",
            "FLORÉAL",
            "GRANDMORNE",
            "HYACINTE",
            "ISIDORE",
            "JULIENNE",
            "LAMENTINOT",
            "MAXIMIN",
            "NÉRÉE",
            "PARFAITE",
            "QUITMANN",
            "ROSAMONT",
            "SIMÉON",
            "TITUSE",
            "VALMONT",
            "WILFRIDE",
            "ZAMIRE");
    static final List<String> WOMEN = List.of(
            "Maëlle",
            "Rose",
            "Océane",
            "Marie-Line",
            "Josiane",
            "Ghislaine",
            "Célia",
            "Mylène",
            "Anaïs",
            "Laëtitia",
            "Ornella",
            "Nadège",
            "Viviane",
            "Éloïse",
            "Hortensia",
            "Cléa",
            "Gisèle",
            "Yolande",
            "Murielle",
            "Solange",
            "Andréa",
            "Kéziah",
            "Tiffany",
            "Chloé",
            "Inès",
            "Raymonde",
            "Lucette",
            "Suzette",
            "Noémie",
            "Flavie");
    static final List<String> MEN = List.of(
            "Loïc",
            "Cédric",
            "Yannick",
            "Raphaël",
            "Thierry",
            "Denis",
            "Aimé",
            "Félix",
            "Grégory",
            "Jean-Marc",
            "Kévin",
            "Maël",
            "Noé",
            "Omer",
            "Paulin",
            "Rodrigue",
            "Steeve",
            "Théo",
            "Ulrich",
            "Victor",
            "Wilfried",
            "Axel",
            "Benoît",
            "Claude",
            "Dimitri",
            "Émile",
            "Fabrice",
            "Gaël",
            "Hervé",
            "Joël");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Names() {}

    /** A surname; a third of them are compound. */
    static String family(Random random) {
        String first = pick(FAMILY, random);
        String second = pick(FAMILY, random);
        boolean single = random.nextInt(3) > 0 || first.equals(second) || first.contains("-") || second.contains("-");
        return single ? first : first + "-" + second;
    }

    static String given(boolean female, Random random) {
        return pick(female ? WOMEN : MEN, random);
    }

    /** A name as birth traits are written: A–Z, space, apostrophe, hyphen (RNIV). */
    static String rniv(String name) {
        String plain = name.toUpperCase(Locale.FRENCH).replace("Œ", "OE").replace("Æ", "AE");
        return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
