package dev.fer4j.eval.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.probe.SourceProbeResult.Verdict;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.study.StudyRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceProbePlanTest {

    private static final Manifest BASELINE = Samples.baseline(8);
    private static final List<Sample> TRAINING =
            Stream.of(
                            BASELINE,
                            Samples.youtube(9),
                            Samples.stylegan2(BASELINE, AdCategory.FOOD_MARKET))
                    .flatMap(manifest -> manifest.samples().stream())
                    .toList();
    private static final SourceProbePlan PROBE =
            new SourceProbePlan("stylegan2", "baseline", Label.NOT_INTERESTED, new Seed(1));

    @Test
    void theLabelIsTheSourceAndTheClassIsOne() {
        Manifest manifest = PROBE.manifest(TRAINING);

        assertThat(manifest.source()).isEqualTo("source-probe-stylegan2-baseline-not-interested");
        assertThat(manifest.samples()).hasSize(8 * 2 * 3 + 24 * 2 * 2);
        assertThat(manifest.samples())
                .allMatch(
                        sample ->
                                (sample.label() == Label.INTERESTED)
                                        == sample.id().startsWith("stylegan2/"));
        Set<String> notInterested =
                BASELINE.samples().stream()
                        .filter(sample -> sample.label() == Label.NOT_INTERESTED)
                        .map(Sample::id)
                        .collect(Collectors.toSet());
        assertThat(manifest.samples().stream().filter(s -> s.label() == Label.NOT_INTERESTED))
                .allMatch(sample -> notInterested.contains(sample.id()));
    }

    @Test
    void peopleStandInOneFoldAndSourcesInAll() {
        Manifest manifest = PROBE.manifest(TRAINING);
        Map<String, Set<AdCategory>> folds =
                manifest.samples().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Sample::participant,
                                        Collectors.mapping(
                                                sample -> sample.category().orElseThrow(),
                                                Collectors.toSet())));

        assertThat(folds).hasSize(24);
        assertThat(folds.values()).allMatch(own -> own.size() == 1);
        for (Label source : Label.values()) {
            Map<AdCategory, Long> people =
                    manifest.samples().stream()
                            .filter(sample -> sample.label() == source)
                            .map(sample -> Map.entry(sample.participant(), sample.category().get()))
                            .distinct()
                            .collect(
                                    Collectors.groupingBy(
                                            Map.Entry::getValue, Collectors.counting()));
            assertThat(people).hasSize(3);
            assertThat(people.values())
                    .allMatch(count -> count >= (source == Label.INTERESTED ? 2 : 7));
        }
    }

    @Test
    void everyFoldTrainsValidatesAndTestsOnce() {
        StudyPlan plan = PROBE.plan();

        assertThat(plan.cells()).hasSize(3);
        for (Split use : Split.values()) {
            assertThat(plan.splits().stream().map(split -> split.categories(use)).distinct())
                    .hasSize(3);
        }
        assertThat(plan.conditions().get(0).trainingSources())
                .containsExactly(PROBE.manifest(TRAINING).source());
    }

    @Test
    void resultJudgesTheTestPredictionsOfAllFolds(@TempDir Path folder) throws IOException {
        CellRunner runner =
                PROBE.runner(TRAINING, manifests -> cell -> guess(manifests.get(0), cell));

        StudyResult study =
                new StudyRunner(PROBE.plan(), folder, "a").run(runner, ProgressListener.none());
        SourceProbeResult result = PROBE.result(study);

        assertThat(result.verdict()).isEqualTo(Verdict.TOLD_APART);
        assertThat(result.imagesOfFirst()).isEqualTo(48);
        assertThat(result.imagesOfSecond()).isEqualTo(96);
        assertThat(result.peopleOfFirst()).isEqualTo(8);
        assertThat(result.peopleOfSecond()).isEqualTo(24);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SourceProbePlan(
                                                "baseline",
                                                "stylegan2",
                                                Label.INTERESTED,
                                                new Seed(1))
                                        .result(study))
                .withMessageContaining("another plan");
    }

    /** Right, with much noise. */
    private static CellResult guess(Manifest manifest, Cell cell) {
        return new CellResult(
                cell,
                new TrainingHistory(List.of(), 0),
                guess(manifest, cell, Split.VALIDATE),
                guess(manifest, cell, Split.TEST));
    }

    private static Predictions guess(Manifest manifest, Cell cell, Split use) {
        return new Predictions(
                manifest.samples().stream()
                        .filter(s -> cell.split().splitOf(s.category().get()).get() == use)
                        .map(
                                sample -> {
                                    double noise =
                                            new Seed(1)
                                                    .derive(sample.id())
                                                    .generator()
                                                    .nextDouble();
                                    double hint = sample.label() == Label.INTERESTED ? 0.4 : 0;
                                    return new Prediction(
                                            sample.id(),
                                            sample.label(),
                                            0.6 * noise + hint,
                                            sample.recording(),
                                            sample.participant(),
                                            Map.of());
                                })
                        .toList());
    }

    @Test
    void sourcesWithTooFewPeopleAreNamedAllAtOnce() {
        SourceProbePlan probe =
                new SourceProbePlan("youtube", "missing", Label.INTERESTED, new Seed(1));

        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> probe.manifest(Samples.youtube(2).samples()))
                .withMessageContaining(
                        "source youtube: has images of 2 people that are INTERESTED; each of 3"
                                + " folds needs one")
                .withMessageContaining("source missing: has images of 0 people");
        assertThat(probe.undefined(Samples.youtube(2).samples()).orElseThrow().toText())
                .contains(
                        "undefined: source youtube has images of 2 people that are INTERESTED",
                        "; source missing has images of 0 people");
        assertThat(PROBE.undefined(TRAINING)).isEmpty();
    }
}
