package dev.fer4j.data.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.AgeBand;
import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.SplitCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the audit of any composition, each counted here in another way. */
class RandomAuditsTest {

    static Stream<Composition> compositions() {
        return IntStream.range(0, 100)
                .mapToObj(i -> AuditedPeople.random(new Seed(i).derive("audit").generator()));
    }

    private static List<Sample> samples(Composition composition) {
        return Arrays.stream(Split.values())
                .flatMap(split -> composition.samples(split).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void everySampleIsInExactlyOneCell(Composition composition) {
        List<AuditCell> cells = CompositionAudit.of(composition).cells();
        int found = 0;
        for (AuditCell cell : cells) {
            List<Sample> own =
                    composition.samples(cell.split()).stream()
                            .filter(s -> agrees(s, cell.traits()))
                            .toList();
            assertThat(cell.size()).isEqualTo(size(own)).isNotEqualTo(new GroupSize(0, 0, 0));
            found += own.size();
        }
        assertThat(found).isEqualTo(samples(composition).size());
        assertThat(cells.stream().map(c -> List.of(c.split(), c.traits()))).doesNotHaveDuplicates();
    }

    private static boolean agrees(Sample sample, Traits traits) {
        return sample.source().equals(traits.source())
                && sample.category().equals(traits.category())
                && sample.label() == traits.label()
                && sample.demographics().gender().equals(traits.gender())
                && sample.demographics().age().map(AgeBand::of).equals(traits.ageBand());
    }

    private static GroupSize size(List<Sample> samples) {
        Set<String> recordings = new HashSet<>();
        Set<String> people = new HashSet<>();
        samples.forEach(sample -> recordings.add(sample.recording()));
        samples.forEach(sample -> people.add(sample.participant()));
        return new GroupSize(samples.size(), recordings.size(), people.size());
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void sumsAreTheCompositionsCounts(Composition composition) {
        CompositionAudit audit = CompositionAudit.of(composition);
        for (Split split : composition.split().uses()) {
            SplitCounts counts = composition.counts().of(split);
            List<AuditCell> cells =
                    audit.cells().stream().filter(cell -> cell.split() == split).toList();
            assertThat(cells.stream().mapToInt(c -> c.size().images()).sum())
                    .isEqualTo(counts.total());
            assertThat(
                            cells.stream()
                                    .filter(c -> c.traits().label() == Label.INTERESTED)
                                    .mapToInt(c -> c.size().images())
                                    .sum())
                    .isEqualTo(counts.interested());
            Map<String, Integer> bySource =
                    cells.stream()
                            .collect(
                                    groupingBy(
                                            c -> c.traits().source(),
                                            summingInt(c -> c.size().images())));
            counts.bySource()
                    .forEach(
                            (source, some) ->
                                    assertThat(bySource).containsEntry(source, some.total()));
            assertThat(bySource).hasSameSizeAs(counts.bySource());
            assertThat(
                            audit.people().stream()
                                    .filter(person -> person.split() == split)
                                    .mapToInt(PersonCount::images)
                                    .sum())
                    .isEqualTo(counts.total());
            PeopleSummary people = audit.peopleOf(split);
            assertThat(people.people()).isEqualTo(counts.participants());
            assertThat(people.largestShare() * counts.total())
                    .isCloseTo(people.most(), within(1e-9));
            assertThat((double) people.fewest()).isLessThanOrEqualTo(people.median());
            assertThat(people.median()).isLessThanOrEqualTo(people.most());
            PrevalenceRow whole = audit.prevalenceOf(split);
            assertThat(whole.prevalence()).isEqualTo(counts.prevalence());
            assertThat(whole.size())
                    .isEqualTo(
                            new GroupSize(
                                    counts.total(), counts.recordings(), counts.participants()));
        }
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void groupsOfEachFieldPartitionTheSplit(Composition composition) {
        CompositionAudit audit = CompositionAudit.of(composition);
        for (Split split : composition.split().uses()) {
            for (AuditField field : AuditField.STANDARD) {
                List<PrevalenceRow> rows =
                        audit.prevalence().stream()
                                .filter(row -> row.split() == split)
                                .filter(
                                        row ->
                                                row.group()
                                                        .filter(g -> g.field().equals(field))
                                                        .isPresent())
                                .toList();
                assertThat(rows.stream().mapToInt(PrevalenceRow::interested).sum())
                        .isEqualTo(audit.prevalenceOf(split).interested());
                assertThat(rows.stream().mapToInt(row -> row.size().images()).sum())
                        .isEqualTo(audit.prevalenceOf(split).size().images());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void groupsThatOccurSomewhereAreListedEverywhere(Composition composition) {
        CompositionAudit audit = CompositionAudit.of(composition);
        Set<String> expected = new HashSet<>();
        Set<String> values =
                samples(composition).stream()
                        .map(s -> s.demographics().age().map(AgeBand::of).map(AgeBand::id))
                        .flatMap(Optional::stream)
                        .collect(toSet());
        for (Split split : composition.split().uses()) {
            for (Label label : Label.values()) {
                values.forEach(value -> expected.add(split + " " + label + " " + value));
                if (composition.samples(split).stream()
                        .anyMatch(s -> s.label() == label && s.demographics().age().isEmpty())) {
                    expected.add(split + " " + label + " unknown");
                }
            }
        }
        List<LabelGroup> all = audit.smallest(AuditField.AGE_BAND, Integer.MAX_VALUE);
        assertThat(all.stream().map(g -> g.split() + " " + g.label() + " " + g.group().title()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(all).isSortedAccordingTo(LabelGroup.SMALLEST_FIRST);
        assertThat(all.stream().mapToInt(g -> g.size().images()).sum())
                .isEqualTo(samples(composition).size());
        assertThat(audit.smallest(AuditField.AGE_BAND, 3))
                .isEqualTo(new ArrayList<>(all).subList(0, 3));
    }
}
