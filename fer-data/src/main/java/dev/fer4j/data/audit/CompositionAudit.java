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
 * An audit of the people and images in the splits of a composition (the paper calls for demographic
 * audits in section 8). Splits are always in the order training, validation, test and, if any,
 * held-out people.
 *
 * @param condition the condition, which determines the training data
 * @param split which categories train, validate and test
 * @param prevalence for each split, the whole split, then its groups by source, category, gender,
 *     age band and the group columns of the composition's samples
 * @param people for each split, everyone in it, by source and name
 * @param peopleSummaries for each split, the whole split, then each source
 * @param labelGroups every split × label × gender, then × age band, then × value of each group
 *     column, for values that occur in the composition; including empty combinations
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

    /** Audits a composition without reading files. */
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

    /** The distribution of a whole split over people. */
    public PeopleSummary peopleOf(Split use) {
        return peopleSummaries.stream()
                .filter(row -> row.split() == use && row.source().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the smallest label groups, ordered by number of people, then number of images, then
     * as in {@link #labelGroups()}. Empty groups come first.
     *
     * @param field the grouping field, other than {@link AuditField#SOURCE} and {@link
     *     AuditField#CATEGORY}
     * @param count the maximum number of groups, at least 0
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

    /** The fields by which the samples are grouped, in order. */
    public List<AuditField> fields() {
        return prevalence.stream()
                .flatMap(row -> row.group().stream())
                .map(AuditGroup::field)
                .distinct()
                .sorted()
                .toList();
    }
}
