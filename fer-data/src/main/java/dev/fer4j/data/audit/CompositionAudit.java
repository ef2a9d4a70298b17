package dev.fer4j.data.audit;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Split;
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
 * @param prevalence for each split the whole, then its groups by source, category, gender and age
 * @param people for each split everyone in it, by source and name
 * @param peopleSummaries for each split the whole, then each source
 * @param labelGroups every split × label × gender, then × age band, whose gender or age band occurs
 *     in the composition, the empty ones included
 * @param cells the full cross-table: split × source × category × label × gender × age band, without
 *     empty cells; every sample is in exactly one
 */
public record CompositionAudit(
        Condition condition,
        CategorySplit split,
        List<PrevalenceRow> prevalence,
        List<PersonCount> people,
        List<PeopleSummary> peopleSummaries,
        List<LabelGroup> labelGroups,
        List<AuditCell> cells) {

    /** Copies the lists. */
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
        double training = composition.counts().train().prevalence();
        samples.forEach(
                (use, some) -> {
                    prevalence.addAll(
                            PrevalenceRow.all(
                                    use,
                                    some,
                                    use == Split.TRAIN
                                            ? OptionalDouble.empty()
                                            : OptionalDouble.of(training)));
                    List<PersonCount> counts = PersonCount.all(use, some);
                    people.addAll(counts);
                    peopleSummaries.addAll(PeopleSummary.all(use, counts));
                    cells.addAll(AuditCell.all(use, some));
                });
        List<LabelGroup> labelGroups = new ArrayList<>();
        labelGroups.addAll(LabelGroup.all(AuditField.GENDER, samples));
        labelGroups.addAll(LabelGroup.all(AuditField.AGE_BAND, samples));
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
     * @param field {@link AuditField#GENDER} or {@link AuditField#AGE_BAND}
     * @param count how many at most, 0 or more
     */
    public List<LabelGroup> smallest(AuditField field, int count) {
        checkArgument(
                field == AuditField.GENDER || field == AuditField.AGE_BAND,
                "labels are counted by gender and age band, not by %s",
                field);
        return labelGroups.stream()
                .filter(group -> group.group().field() == field)
                .sorted(LabelGroup.SMALLEST_FIRST)
                .limit(count)
                .toList();
    }
}
