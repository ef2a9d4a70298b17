package dev.fer4j.data.source.internal;

import static java.util.Comparator.comparingInt;

import dev.fer4j.core.AdCategory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the advertisement category of a NeuroBioSense folder by the letters of its name. */
public final class CategoryNames {

    private record Known(
            String folder, AdCategory category, Pattern words, Set<String> spellings) {}

    private static final List<Known> KNOWN =
            List.of(
                    // "car" is part of other words (skincare), so it must be a separate word.
                    new Known(
                            "Car_and_Technology",
                            AdCategory.CAR_TECHNOLOGY,
                            Pattern.compile("(?<![a-z])cars?(?![a-z])|(?<![a-z])carand|tech"),
                            Set.of(
                                    "car",
                                    "cars",
                                    "tech",
                                    "technology",
                                    "carandtechnology",
                                    "carsandtechnology",
                                    "cartechnology")),
                    new Known(
                            "Cosmetics_and_Fashion",
                            AdCategory.COSMETICS_FASHION,
                            Pattern.compile("cosmetic|fashion"),
                            Set.of(
                                    "cosmetic",
                                    "cosmetics",
                                    "fashion",
                                    "cosmeticandfashion",
                                    "cosmeticsandfashion",
                                    "cosmeticsfashion")),
                    new Known(
                            "Food_and_Market_Subfolder",
                            AdCategory.FOOD_MARKET,
                            Pattern.compile("food|market"),
                            Set.of(
                                    "food",
                                    "market",
                                    "foodandmarket",
                                    "foodmarket",
                                    "foodandmarketsubfolder")));

    private CategoryNames() {}

    /** Returns the category; empty if the name matches none or several. */
    public static Optional<AdCategory> find(String folderName) {
        String name = folderName.toLowerCase(Locale.ROOT);
        List<Known> fitting =
                KNOWN.stream().filter(known -> known.words.matcher(name).find()).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).category) : Optional.empty();
    }

    /**
     * Returns the category that a cell names: one of NeuroBioSense's, or one of its own, whose id
     * consists of the cell's words.
     *
     * @return empty if the text has no letter a to z and no digit
     */
    public static Optional<AdCategory> read(String text) {
        String letters = Folders.letters(text);
        return KNOWN.stream()
                .filter(known -> known.spellings.contains(letters))
                .map(Known::category)
                .findFirst()
                .or(() -> own(text));
    }

    private static Optional<AdCategory> own(String text) {
        String id =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? Optional.empty() : Optional.of(new AdCategory(id));
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
