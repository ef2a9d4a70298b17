package dev.fer4j.data.audit;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The people and images in the splits of a composition (paper, section 8, calls for demographic
 * audits). Splits always come in the order training, validation, test, and held-out people if there
 * are any.
 *
 * @param condition what training draws on
 * @param split which categories train, validate and test
 * @param prevalence for each split the whole, then its groups by source, category, gender, age and
 *     the columns of groups that samples of the composition have
 * @param people for each split everyone in it, by source and name
 * @param peopleSummaries for each split the whole, then each source
 * @param labelGroups every split × label × gender, then × age band, then × the value of each column
 *     of groups, that occurs in the composition, the empty ones included
 * @param cells the full cross-table: split × source × category × label × gender × age band ×
 *     groups, without empty cells; every sample is in exactly one
 */
public record CompositionAudit(
        Condition condition,
        CategorySplit split,
        List<PrevalenceRow> prevalence,
        List<PersonCount> people,
        List<PeopleSummary> peopleSummaries,
        List<LabelGroup> labelGroups,
        List<AuditCell> cells) {

    public CompositionAudit {
        prevalence = List.copyOf(prevalence);
        people = List.copyOf(people);
        peopleSummaries = List.copyOf(peopleSummaries);
        labelGroups = List.copyOf(labelGroups);
        cells = List.copyOf(cells);
    }

    /** Audits a composition. Reads no file. */
    public static CompositionAudit of(Composition composition) {
        Map<Split, List<Sample>> samples = new EnumMap<>(Split.class);
        for (Split use : composition.split().uses()) {
            samples.put(use, composition.samples(use));
        }
        List<PrevalenceRow> prevalence = new ArrayList<>();
        List<PersonCount> people = new ArrayList<>();
        List<PeopleSummary> peopleSummaries = new ArrayList<>();
        List<AuditCell> cells = new ArrayList<>();
        List<AuditField> fields =
                AuditField.of(samples.values().stream().flatMap(List::stream).toList());
        double training = composition.counts().train().prevalence();
        samples.forEach(
                (use, some) -> {
                    prevalence.addAll(
                            PrevalenceRow.all(
                                    use,
                                    some,
                                    fields,
                                    use == Split.TRAIN
                                            ? OptionalDouble.empty()
                                            : OptionalDouble.of(training)));
                    List<PersonCount> counts = PersonCount.all(use, some);
                    people.addAll(counts);
                    peopleSummaries.addAll(PeopleSummary.all(use, counts));
                    cells.addAll(AuditCell.all(use, some));
                });
        List<LabelGroup> labelGroups = new ArrayList<>();
        fields.stream()
                .filter(CompositionAudit::isOfPeople)
                .forEach(field -> labelGroups.addAll(LabelGroup.all(field, samples)));
        return new CompositionAudit(
                composition.condition(),
                composition.split(),
                prevalence,
                people,
                peopleSummaries,
                labelGroups,
                cells);
    }

    /** The prevalence of a whole split. */
    public PrevalenceRow prevalenceOf(Split use) {
        return prevalence.stream()
                .filter(row -> row.split() == use && row.group().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** How a whole split is spread over people. */
    public PeopleSummary peopleOf(Split use) {
        return peopleSummaries.stream()
                .filter(row -> row.split() == use && row.source().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /**
     * The smallest of split × label × group: with fewest people, then fewest images, then in the
     * order of {@link #labelGroups()}. Empty ones come first.
     *
     * @param field neither {@link AuditField#SOURCE} nor {@link AuditField#CATEGORY}
     * @param count how many at most, 0 or more
     */
    public List<LabelGroup> smallest(AuditField field, int count) {
        checkArgument(
                isOfPeople(field),
                "labels are counted by gender, age band and columns of groups, not by %s",
                field.name());
        return labelGroups.stream()
                .filter(group -> group.group().field().equals(field))
                .sorted(LabelGroup.SMALLEST_FIRST)
                .limit(count)
                .toList();
    }

    private static boolean isOfPeople(AuditField field) {
        return !field.equals(AuditField.SOURCE) && !field.equals(AuditField.CATEGORY);
    }

    /** By what the samples are grouped, in order. */
    public List<AuditField> fields() {
        return prevalence.stream()
                .flatMap(row -> row.group().stream())
                .map(AuditGroup::field)
                .distinct()
                .sorted()
                .toList();
    }
}
