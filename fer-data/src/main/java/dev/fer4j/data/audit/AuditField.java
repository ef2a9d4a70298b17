package dev.fer4j.data.audit;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.AgeBand;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Sample;
import dev.fer4j.data.internal.SampleColumns;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trait by which an audit groups samples. The {@link #STANDARD} fields come first, in their
 * order, followed by columns of {@link Groups} by name.
 *
 * @param name the name in JSON: in capitals for a standard field, otherwise that of the column
 */
public record AuditField(@JsonValue String name) implements Comparable<AuditField> {

    public static final AuditField SOURCE = new AuditField("SOURCE");

    /** The advertisement's category. */
    public static final AuditField CATEGORY = new AuditField("CATEGORY");

    /** The person's gender. */
    public static final AuditField GENDER = new AuditField("GENDER");

    /** The person's age band. */
    public static final AuditField AGE_BAND = new AuditField("AGE_BAND");

    /** The traits that every sample may have. */
    public static final List<AuditField> STANDARD = List.of(SOURCE, CATEGORY, GENDER, AGE_BAND);

    private static final Comparator<AuditField> ORDER =
            comparing(AuditField::isOwn)
                    .thenComparing(STANDARD::indexOf)
                    .thenComparing(AuditField::name);

    /**
     * A column of {@link Sample#groups()}.
     *
     * @throws IllegalArgumentException if it is not a valid column name
     */
    public static AuditField ofGroups(String column) {
        return new AuditField(Groups.columnOf(column));
    }

    /** The fields that samples can be grouped by: standard ones and their group columns. */
    static List<AuditField> of(Collection<Sample> samples) {
        return Stream.concat(
                        STANDARD.stream(),
                        SampleColumns.groups(samples).stream().map(AuditField::ofGroups))
                .toList();
    }

    /** Whether this is a group column rather than a standard trait. */
    boolean isOwn() {
        return !STANDARD.contains(this);
    }

    /** The name of this field's column in tables of samples. */
    String column() {
        return isOwn() ? Groups.COLUMN_PREFIX + name : name.toLowerCase(Locale.ROOT);
    }

    /** The group that samples with these traits belong to. */
    public AuditGroup group(Traits traits) {
        return new AuditGroup(this, value(traits));
    }

    private Optional<String> value(Traits traits) {
        return switch (name) {
            case "SOURCE" -> Optional.of(traits.source());
            case "CATEGORY" -> traits.category().map(AdCategory::id);
            case "GENDER" -> traits.gender().map(g -> g.name().toLowerCase(Locale.ROOT));
            case "AGE_BAND" -> traits.ageBand().map(AgeBand::id);
            default -> traits.groups().of(name);
        };
    }

    @Override
    public int compareTo(AuditField other) {
        return ORDER.compare(this, other);
    }
}
