package dev.fer4j.data.source.internal;

import static java.util.Comparator.comparingInt;

import dev.fer4j.core.AdCategory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the advertisement category of a NeuroBioSense folder by the letters of its name. */
public final class CategoryNames {

    private record Known(String folder, AdCategory category, Pattern words) {}

    private static final List<Known> KNOWN =
            List.of(
                    // "car" is part of other words (skincare), so it must be a separate word.
                    new Known(
                            "Car_and_Technology",
                            AdCategory.CAR_TECHNOLOGY,
                            Pattern.compile("(?<![a-z])cars?(?![a-z])|(?<![a-z])carand|tech")),
                    new Known(
                            "Cosmetics_and_Fashion",
                            AdCategory.COSMETICS_FASHION,
                            Pattern.compile("cosmetic|fashion")),
                    new Known(
                            "Food_and_Market_Subfolder",
                            AdCategory.FOOD_MARKET,
                            Pattern.compile("food|market")));

    private CategoryNames() {}

    /** Returns the category; empty if the name matches none or several. */
    public static Optional<AdCategory> find(String folderName) {
        String name = folderName.toLowerCase(Locale.ROOT);
        List<Known> fitting =
                KNOWN.stream().filter(known -> known.words.matcher(name).find()).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).category) : Optional.empty();
    }

    /** Returns the known folder name with the smallest edit distance. */
    static String nearest(String folderName) {
        String letters = Folders.letters(folderName);
        return KNOWN.stream()
                .map(Known::folder)
                .min(comparingInt(known -> edits(letters, Folders.letters(known))))
                .orElseThrow();
    }

    /** The Levenshtein distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
