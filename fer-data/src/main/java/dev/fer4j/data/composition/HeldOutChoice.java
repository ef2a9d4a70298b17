package dev.fer4j.data.composition;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.HeldOutPeople;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The choice of people in the training categories who are held out of training.
 *
 * <p>The share is applied to each training category separately. A person chosen in one category is
 * held out in all of them, so that nobody who watched two categories is both held out and trained
 * on. The choice does not depend on labels, so that shuffled or corrected labels do not change it;
 * instead, it is checked that both classes occur in training and among the held-out people.
 */
public final class HeldOutChoice {

    /** The largest share that may be held out, in percent. */
    private static final int MOST_PERCENT = 50;

    /** The number of other seeds that are tried to suggest one that works. */
    private static final int SEEDS_TRIED = 20;

    /**
     * A recording of a person watching an advertisement, on which the choice is based.
     *
     * @param participant the person
     * @param category the category of the advertisement; empty if unknown
     * @param label whether the person was interested
     */
    public record Viewer(String participant, Optional<AdCategory> category, Label label) {

        static Viewer of(Sample sample) {
            return new Viewer(sample.participant(), sample.category(), sample.label());
        }
    }

    private final CategorySplit split;
    private final ImmutableSet<Viewer> viewers;
    private final Set<String> people;

    private HeldOutChoice(CategorySplit split, ImmutableSet<Viewer> viewers) {
        this.split = split;
        this.viewers = viewers;
        this.people = split.seen().map(this::choose).orElse(Set.of());
    }

    /**
     * Makes the choice.
     *
     * @param viewers the viewers of the evaluation source, in any order, with or without
     *     repetitions; those of other categories are ignored
     */
    public static HeldOutChoice of(CategorySplit split, Stream<Viewer> viewers) {
        return new HeldOutChoice(
                split,
                viewers.filter(v -> v.category().filter(split.train()::contains).isPresent())
                        .collect(ImmutableSet.toImmutableSet()));
    }

    /** The held-out people; empty if the split does not hold people out. */
    public Set<String> people() {
        return people;
    }

    /** The reasons why the choice cannot be made or used; empty if there are none. */
    public List<Problem> problems() {
        if (split.seen().isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        peopleByCategory()
                .forEach(
                        (category, some) -> {
                            if (some.size() < 2) {
                                problems.add(single(category));
                            }
                        });
        if (problems.isEmpty() && !viewers.isEmpty() && !hasBothClasses(people)) {
            problems.add(oneSided(split.seen().get()));
        }
        return problems;
    }

    private Map<AdCategory, Set<String>> peopleByCategory() {
        return viewers.stream()
                .collect(
                        groupingBy(
                                viewer -> viewer.category().orElseThrow(),
                                TreeMap::new,
                                mapping(Viewer::participant, toCollection(TreeSet::new))));
    }

    private Set<String> choose(HeldOutPeople share) {
        return peopleByCategory().values().stream()
                .filter(some -> some.size() >= 2)
                .flatMap(some -> share.among(some).stream())
                .collect(collectingAndThen(toSet(), ImmutableSortedSet::copyOf));
    }

    /** Whether both classes occur in training and among the held-out people. */
    private boolean hasBothClasses(Set<String> heldOut) {
        return classes(heldOut(heldOut, true)) == 2 && classes(heldOut(heldOut, false)) == 2;
    }

    private List<Viewer> heldOut(Set<String> heldOut, boolean wanted) {
        return viewers.stream().filter(v -> heldOut.contains(v.participant()) == wanted).toList();
    }

    private static long classes(Collection<Viewer> some) {
        return some.stream().map(Viewer::label).distinct().count();
    }

    private static Problem single(AdCategory category) {
        return new Problem(
                Problem.Kind.TOO_FEW,
                "held-out people of " + category,
                "there is 1 person, who cannot be both held out and trained on; expected 2 or more",
                "add recordings of other people, or do not hold anyone out");
    }

    private Problem oneSided(HeldOutPeople share) {
        return new Problem(
                Problem.Kind.TOO_FEW,
                "held-out people of " + split.train(),
                String.format(
                        "at %d %%, %d of %d people are held out, with recordings that are %s, and"
                                + " %d are trained on, with %s; both groups need both classes",
                        share.percent(),
                        people.size(),
                        participants(viewers),
                        labels(heldOut(people, true)),
                        participants(heldOut(people, false)),
                        labels(heldOut(people, false))),
                mend(share));
    }

    /** Two people of each class can always be divided so that both classes are on both sides. */
    private String mend(HeldOutPeople share) {
        for (Label label : Label.values()) {
            long some = participants(viewers.stream().filter(v -> v.label() == label).toList());
            if (some < 2) {
                return String.format(
                        "add people: only %d of them is ever %s, and at least 2 are needed, one for"
                                + " training and one to be held out",
                        some, label);
            }
        }
        return Stream.concat(othersBySeed(share), othersByPercent(share))
                .filter(other -> hasBothClasses(choose(other)))
                .findFirst()
                .map(HeldOutChoice::advice)
                .orElse("hold out more people, or add recordings of people of the rarer class");
    }

    private static Stream<HeldOutPeople> othersBySeed(HeldOutPeople share) {
        return LongStream.rangeClosed(1, SEEDS_TRIED)
                .mapToObj(seed -> new HeldOutPeople(share.percent(), new Seed(seed)));
    }

    private static Stream<HeldOutPeople> othersByPercent(HeldOutPeople share) {
        return IntStream.rangeClosed(share.percent() + 1, MOST_PERCENT)
                .boxed()
                .flatMap(percent -> othersBySeed(new HeldOutPeople(percent, share.seed())));
    }

    private static String advice(HeldOutPeople other) {
        return String.format(
                "choose differently: %d %% with the seed %d has both classes",
                other.percent(), other.seed().value());
    }

    private static long participants(Collection<Viewer> some) {
        return some.stream().map(Viewer::participant).distinct().count();
    }

    private static Set<Label> labels(Collection<Viewer> some) {
        return some.stream()
                .map(Viewer::label)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Label::compareTo));
    }
}
