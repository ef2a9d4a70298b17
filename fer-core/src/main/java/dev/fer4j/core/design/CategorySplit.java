package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.fer4j.core.AdCategory;
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
 * @param seen which people of the training categories are held out of training to be predicted too;
 *     nobody in the paper
 */
public record CategorySplit(
        Set<AdCategory> train,
        Set<AdCategory> validate,
        Set<AdCategory> test,
        Optional<HeldOutPeople> seen) {

    /** The paper's: food/market trains, cosmetics/fashion validates, car/technology tests. */
    public static CategorySplit paper() {
        return of(AdCategory.FOOD_MARKET, AdCategory.COSMETICS_FASHION, AdCategory.CAR_TECHNOLOGY);
    }

    @JsonCreator
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
        checkArgument(twice.isEmpty(), "categories %s are in more than one split", twice);
        requireNonNull(seen);
    }

    /** With everybody of the training categories in training. */
    public CategorySplit(Set<AdCategory> train, Set<AdCategory> validate, Set<AdCategory> test) {
        this(train, validate, test, Optional.empty());
    }

    public static CategorySplit of(AdCategory train, AdCategory validate, AdCategory test) {
        return new CategorySplit(Set.of(train), Set.of(validate), Set.of(test));
    }

    /** All six ways to give three categories one role each. */
    public static List<CategorySplit> rotations(AdCategory a, AdCategory b, AdCategory c) {
        return of(a, b, c).rotations();
    }

    /** All six ways to give this split's three sets of categories one role each, this one first. */
    public List<CategorySplit> rotations() {
        return Collections2.orderedPermutations(List.of(0, 1, 2)).stream()
                .map(
                        order -> {
                            List<Set<AdCategory>> sets = List.of(train, validate, test);
                            return new CategorySplit(
                                    sets.get(order.get(0)),
                                    sets.get(order.get(1)),
                                    sets.get(order.get(2)),
                                    seen);
                        })
                .toList();
    }

    /** Returns a copy with some people of the training categories held out. */
    public CategorySplit withSeen(HeldOutPeople people) {
        return new CategorySplit(train, validate, test, Optional.of(people));
    }

    /**
     * The split that a category belongs to, or empty if it is in none. Held-out people of a
     * training category are in {@link Split#SEEN} nevertheless.
     */
    public Optional<Split> splitOf(AdCategory category) {
        if (train.contains(category)) {
            return Optional.of(Split.TRAIN);
        }
        if (validate.contains(category)) {
            return Optional.of(Split.VALIDATE);
        }
        return test.contains(category) ? Optional.of(Split.TEST) : Optional.empty();
    }

    /**
     * The uses that samples have: the paper's three, and {@link Split#SEEN} if people are held out.
     */
    public List<Split> uses() {
        return seen.isPresent()
                ? List.of(Split.values())
                : List.of(Split.TRAIN, Split.VALIDATE, Split.TEST);
    }

    /** The categories of a split; those of {@link Split#SEEN} are the training categories. */
    public Set<AdCategory> categories(Split split) {
        return switch (split) {
            case TRAIN, SEEN -> train;
            case VALIDATE -> validate;
            case TEST -> test;
        };
    }

    /**
     * For file names: {@code food-market_cosmetics-fashion_car-technology}, with {@code _seen20-7}
     * behind it if 20 percent of the training categories' people are held out with the seed 7. Of
     * many categories only the first are named, and a hash tells them from others.
     */
    public String id() {
        return FileNames.bounded(
                join(train)
                        + "_"
                        + join(validate)
                        + "_"
                        + join(test)
                        + seen.map(people -> "_" + people.id()).orElse(""),
                FileNames.LONGEST_ID);
    }

    private static String join(Set<AdCategory> categories) {
        return categories.stream().map(AdCategory::id).collect(Collectors.joining("+"));
    }
}
