package dev.fer4j.data.audit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.Optional;

/**
 * All samples with one value of a field. Samples whose value is unknown form a separate group,
 * which comes last.
 *
 * @param field the field by which samples are grouped
 * @param value the value, for example {@code female} or {@code 25-34}; empty if unknown
 */
public record AuditGroup(AuditField field, Optional<String> value)
        implements Comparable<AuditGroup> {

    private static final Comparator<AuditGroup> ORDER =
            comparing(AuditGroup::field)
                    .thenComparing(AuditGroup::value, Comparators.emptiesLast(naturalOrder()));

    public AuditGroup {
        requireNonNull(field);
        requireNonNull(value);
    }

    /** The value, or {@code unknown}. */
    public String title() {
        return value.orElse("unknown");
    }

    @Override
    public int compareTo(AuditGroup other) {
        return ORDER.compare(this, other);
    }
}
