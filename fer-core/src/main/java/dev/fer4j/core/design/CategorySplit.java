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
 * The advertisement categories used for training, validation and testing. Since every participant
 * of NeuroBioSense watched a single category, this also separates people, as {@code Composition}
 * verifies.
 *
 * @param train categories of the training split
 * @param validate categories of the validation split
 * @param test categories of the test split
 * @param seen the people of the training categories who are held out of training and predicted as
 *     well; none in the paper
 */
public record CategorySplit(
        Set<AdCategory> train,
        Set<AdCategory> validate,
        Set<AdCategory> test,
        Optional<HeldOutPeople> seen) {

    /** The paper's: training food/market, validation cosmetics/fashion, test car/technology. */
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

    /** Creates a split without held-out people. */
    public CategorySplit(Set<AdCategory> train, Set<AdCategory> validate, Set<AdCategory> test) {
        this(train, validate, test, Optional.empty());
    }

    public static CategorySplit of(AdCategory train, AdCategory validate, AdCategory test) {
        return new CategorySplit(Set.of(train), Set.of(validate), Set.of(test));
    }

    /** All six assignments of three categories to the three splits. */
    public static List<CategorySplit> rotations(AdCategory a, AdCategory b, AdCategory c) {
        return of(a, b, c).rotations();
    }

    /** All six assignments of the three sets of categories to the splits, this one first. */
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

    /** Returns a copy that holds out people of the training categories. */
    public CategorySplit withSeen(HeldOutPeople people) {
        return new CategorySplit(train, validate, test, Optional.of(people));
    }

    /**
     * The split that a category belongs to, or empty if it belongs to none. Held-out people of a
     * training category are nevertheless in {@link Split#SEEN}.
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

    /** The splits in use: the paper's three, and {@link Split#SEEN} if people are held out. */
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
     * An id for file names: {@code food-market_cosmetics-fashion_car-technology}, followed by
     * {@code _seen20-7} if 20 percent of the people of the training categories are held out with
     * seed 7. A long list of categories is truncated and made unique by a hash.
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
