package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which advertisement categories train, validate and test. Since every participant of NeuroBioSense
 * watched one category, this also separates people; {@code Composition} checks that it does.
 *
 * @param train categories of the training split
 * @param validate categories of the validation split
 * @param test categories of the test split
 */
public record CategorySplit(Set<AdCategory> train, Set<AdCategory> validate, Set<AdCategory> test) {

    /** The paper's: food/market trains, cosmetics/fashion validates, car/technology tests. */
    public static final CategorySplit PAPER =
            of(AdCategory.FOOD_MARKET, AdCategory.COSMETICS_FASHION, AdCategory.CAR_TECHNOLOGY);

    /** Checks that the three sets are disjoint and not empty. */
    public CategorySplit {
        train = ImmutableSortedSet.copyOf(train);
        validate = ImmutableSortedSet.copyOf(validate);
        test = ImmutableSortedSet.copyOf(test);
        checkArgument(
                !train.isEmpty() && !validate.isEmpty() && !test.isEmpty(),
                "every split needs a category: train %s, validate %s, test %s",
                train,
                validate,
                test);
        Set<AdCategory> twice =
                Sets.union(
                        Sets.intersection(train, Sets.union(validate, test)),
                        Sets.intersection(validate, test));
        checkArgument(twice.isEmpty(), "categories %s stand in more than one split", twice);
    }

    /** A split with one category each. */
    public static CategorySplit of(AdCategory train, AdCategory validate, AdCategory test) {
        return new CategorySplit(Set.of(train), Set.of(validate), Set.of(test));
    }

    /** All six ways to give three categories one role each. */
    public static List<CategorySplit> rotations(AdCategory a, AdCategory b, AdCategory c) {
        List<AdCategory> all = List.of(a, b, c);
        List<CategorySplit> splits = new ArrayList<>();
        for (AdCategory train : all) {
            for (AdCategory validate : all) {
                for (AdCategory test : all) {
                    if (!train.equals(validate) && !validate.equals(test) && !train.equals(test)) {
                        splits.add(of(train, validate, test));
                    }
                }
            }
        }
        return List.copyOf(splits);
    }

    /** The split that a category belongs to, or empty if it is in none. */
    public Optional<Split> splitOf(AdCategory category) {
        if (train.contains(category)) {
            return Optional.of(Split.TRAIN);
        }
        if (validate.contains(category)) {
            return Optional.of(Split.VALIDATE);
        }
        return test.contains(category) ? Optional.of(Split.TEST) : Optional.empty();
    }

    /** The categories of a split. */
    public Set<AdCategory> categories(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATE -> validate;
            case TEST -> test;
        };
    }

    /** For file names: {@code food-market_cosmetics-fashion_car-technology}. */
    public String id() {
        return join(train) + "_" + join(validate) + "_" + join(test);
    }

    private static String join(Set<AdCategory> categories) {
        return categories.stream().map(AdCategory::id).collect(Collectors.joining("+"));
    }
}
