package dev.fer4j.data.audit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.Comparators;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.AgeBand;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The traits by which an audit distinguishes samples, besides their split. Ordered by component;
 * unknown values come last.
 *
 * @param source the source's name
 * @param category the advertisement's category; empty if unknown
 * @param gender the person's gender; empty if unknown
 * @param ageBand the person's age band; empty if unknown
 * @param groups further groups
 */
public record Traits(
        String source,
        Optional<AdCategory> category,
        Label label,
        Optional<Gender> gender,
        Optional<AgeBand> ageBand,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Groups groups)
        implements Comparable<Traits> {

    private static final Comparator<Traits> ORDER =
            comparing(Traits::source)
                    .thenComparing(Traits::category, Comparators.emptiesLast(naturalOrder()))
                    .thenComparing(Traits::label)
                    .thenComparing(Traits::gender, Comparators.emptiesLast(naturalOrder()))
                    .thenComparing(Traits::ageBand, Comparators.emptiesLast(naturalOrder()))
                    .thenComparing(Traits::groups, Traits::compare);

    /** Returns the traits of a sample. */
    public static Traits of(Sample sample) {
        return new Traits(
                sample.source(),
                sample.category(),
                sample.label(),
                sample.demographics().gender(),
                sample.demographics().age().map(AgeBand::of),
                sample.groups());
    }

    private static int compare(Groups some, Groups others) {
        return Stream.of(some, others)
                .flatMap(groups -> groups.values().keySet().stream())
                .distinct()
                .sorted()
                .mapToInt(
                        column ->
                                Comparators.emptiesLast(Comparator.<String>naturalOrder())
                                        .compare(some.of(column), others.of(column)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public int compareTo(Traits other) {
        return ORDER.compare(this, other);
    }
}
