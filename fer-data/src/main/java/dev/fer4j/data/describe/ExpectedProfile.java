package dev.fer4j.data.describe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The expected contents of a data set, with which a folder is compared. In JSON:
 *
 * <pre>
 * {"name": "pilot", "people": 12,
 *  "categories": [{"category": "food-market", "recordings": 40, "participants": 12,
 *                  "images": 400, "prevalence": 0.55, "ids": ["1", "2", …]}],
 *  "known": [{"category": "food-market", "recordings": 38, "reason": "two were withdrawn"}]}
 * </pre>
 *
 * @param name the name, as shown in text and JSON
 * @param categories the categories, each once; values that a category omits are not compared
 * @param people number of distinct people over all categories; not compared if empty
 * @param known differences for which the reason is known; may be empty
 */
public record ExpectedProfile(
        String name,
        List<ExpectedCategory> categories,
        Optional<Integer> people,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<KnownDifference> known) {

    /**
     * NeuroBioSense as the paper counts it (section 2; 1,045 recordings of 58 people), with the
     * participant numbers of the public data set, which itself contains 354 food/market folders.
     */
    public static ExpectedProfile paper() {
        return new ExpectedProfile(
                "paper",
                List.of(
                        category(AdCategory.CAR_TECHNOLOGY, 302, 2510, 19, 38),
                        category(AdCategory.COSMETICS_FASHION, 406, 2650, 1, 18),
                        category(AdCategory.FOOD_MARKET, 337, 1860, 39, 58)),
                Optional.of(58),
                List.of(
                        new KnownDifference(
                                AdCategory.FOOD_MARKET,
                                354,
                                "known: the public data set holds 354 folders; the paper does"
                                        + " not say which it left out")));
    }

    public ExpectedProfile {
        requireNonNull(name, "name is missing");
        requireNonNull(categories, "categories are missing");
        categories = List.copyOf(categories);
        known = List.copyOf(known);
        checkArgument(!name.isBlank(), "the profile's name is blank");
        checkArgument(!categories.isEmpty(), "profile %s has no category", name);
        checkArgument(
                categories.stream().map(ExpectedCategory::category).distinct().count()
                        == categories.size(),
                "profile %s lists a category twice",
                name);
        checkArgument(people.orElse(0) >= 0, "profile %s: %s people", name, people.orElse(0));
    }

    private static ExpectedCategory category(
            AdCategory category, int recordings, int interested, int firstId, int lastId) {
        int images = 10 * recordings;
        List<String> ids =
                IntStream.rangeClosed(firstId, lastId).mapToObj(Integer::toString).toList();
        return new ExpectedCategory(
                category,
                Optional.of(recordings),
                Optional.of(ids.size()),
                Optional.of(images),
                Optional.of((double) interested / images),
                ids);
    }

    /**
     * Reads a profile from JSON.
     *
     * @throws InputException if the file does not exist or is not a profile
     */
    public static ExpectedProfile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    Problem.Kind.MISSING, file, "is not a regular file", "name a profile as JSON");
        }
        return Json.read(file, ExpectedProfile.class);
    }

    /** The known difference of a category that matches the number of recordings, if any. */
    Optional<KnownDifference> known(AdCategory category, int recordings) {
        return known.stream()
                .filter(one -> one.category().equals(category) && one.recordings() == recordings)
                .findFirst();
    }
}
