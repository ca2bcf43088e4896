package org.relais.care.identity.match;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Slips of the keyboard: a letter too many, missing, another, or two neighbours exchanged. */
final class Edits {
    private static final DamerauLevenshteinDistance TWO = new DamerauLevenshteinDistance(2);

    private Edits() {}

    /** True when at most one slip lies between the two. Asked for every pair: no memory is taken. */
    static boolean atMostOne(String one, String two) {
        int shorter = Math.min(one.length(), two.length());
        int apart = Math.abs(one.length() - two.length());
        if (apart > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter && one.charAt(start) == two.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
            end++;
        }
        int left = Math.max(one.length(), two.length()) - start - end;
        return left <= 1 || (left == 2 && apart == 0 && exchanged(one, two, start));
    }

    private static boolean exchanged(String one, String two, int at) {
        return one.charAt(at) == two.charAt(at + 1) && one.charAt(at + 1) == two.charAt(at);
    }

    static boolean atMostTwo(String one, String two) {
        return Math.abs(one.length() - two.length()) <= 2 && TWO.apply(one, two) >= 0;
    }
}
