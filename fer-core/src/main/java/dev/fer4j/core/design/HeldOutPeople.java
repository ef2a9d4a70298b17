package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.fer4j.core.Seed;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;

/**
 * People of the training categories who are held out of training, so that a model can be evaluated
 * on new people with seen content. The difference from new people with unseen content is the part
 * of the generalization gap that is due to content. The paper holds out no one.
 *
 * <p>The choice depends only on this value and the people's ids: all conditions, training seeds and
 * rotations of a study hold out the same people of a category, and an additional person does not
 * change the order of the others.
 *
 * @param percent share of a category's people, in percent, 1 to 50
 * @param seed of the choice
 */
public record HeldOutPeople(int percent, Seed seed) {

    public HeldOutPeople {
        checkArgument(
                percent >= 1 && percent <= 50,
                "%s percent of the people cannot be held out of training; expected 1 to 50",
                percent);
        requireNonNull(seed);
    }

    /**
     * Chooses among the people of one category: the rounded share, but at least one person.
     *
     * @param participants of the evaluation source, in any order, with or without
     *     repetitions @throws IllegalArgumentException if there are fewer than two, so that no one
     *     would remain for training
     */
    public Set<String> among(Collection<String> participants) {
        Set<String> people = ImmutableSortedSet.copyOf(participants);
        checkArgument(
                people.size() >= 2,
                "of %s people, one cannot be held out while another is trained on",
                people.size());
        long count = Math.max(1, Math.round(people.size() * percent / 100.0));
        return people.stream()
                .sorted(
                        comparingLong((String person) -> seed.derive("held out " + person).value())
                                .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    /** An id for file names, for example {@code seen20-7} for 20 percent with seed 7. */
    String id() {
        return "seen" + percent + "-" + seed.value();
    }
}
