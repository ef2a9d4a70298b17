package dev.fer4j.augment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests the name that was probably meant. */
final class NearestName {

    private NearestName() {}

    /** Returns a hint with the most similar name and all known names. */
    static String hint(String given, List<String> known) {
        String nearest =
                known.stream()
                        .min(Comparator.comparingInt(name -> distance(given, name)))
                        .orElseThrow();
        return "did you mean '" + nearest + "'? Known: " + String.join(", ", known);
    }

    /** The Levenshtein distance, ignoring case. */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
