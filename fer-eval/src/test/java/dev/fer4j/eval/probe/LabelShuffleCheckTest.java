package dev.fer4j.eval.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.math.Stats;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.probe.LabelShuffleCheck.Row;
import dev.fer4j.eval.probe.LabelShuffleCheck.Verdict;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.study.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelShuffleCheckTest {

    private static final StudyPlan PLAN = StudyPlan.paper(List.of(Condition.BASELINE));
    private static final Manifest MANIFEST = Samples.baseline(8);

    @TempDir Path folder;

    /** How much each image smiles: interested people smile more. */
    private final Map<String, Double> smiles = new HashMap<>();

    LabelShuffleCheckTest() {
        for (Sample sample : MANIFEST.samples()) {
            double noise = new Seed(4).derive(sample.recording()).generator().nextGaussian();
            smiles.put(sample.id(), noise + (sample.label() == Label.INTERESTED ? 1 : 0));
        }
    }

    /** Learns whether smiles mean interest, and how much, from the labels that it is given. */
    private CellResult learn(List<Manifest> manifests, Cell cell, boolean leak) {
        List<Sample> all = manifests.get(0).samples();
        List<Sample> train =
                all.stream()
                        .filter(
                                s ->
                                        use(cell, s) == Split.TRAIN
                                                || (leak && use(cell, s) == Split.TEST))
                        .toList();
        double slope =
                Stats.meanOf(smilesOf(train, Label.INTERESTED))
                        - Stats.meanOf(smilesOf(train, Label.NOT_INTERESTED));
        return new CellResult(
                cell,
                new TrainingHistory(List.of(), 0),
                predict(all, cell, Split.VALIDATE, slope),
                predict(all, cell, Split.TEST, slope));
    }

    private static Split use(Cell cell, Sample sample) {
        return sample.category().flatMap(cell.split()::splitOf).orElseThrow();
    }

    private List<Double> smilesOf(List<Sample> samples, Label label) {
        return samples.stream()
                .filter(s -> s.label() == label)
                .map(s -> smiles.get(s.id()))
                .toList();
    }

    private Predictions predict(List<Sample> all, Cell cell, Split split, double slope) {
        return new Predictions(
                all.stream()
                        .filter(sample -> use(cell, sample) == split)
                        .map(
                                sample ->
                                        new Prediction(
                                                sample.id(),
                                                sample.label(),
                                                1
                                                        / (1
                                                                + Math.exp(
                                                                        -slope
                                                                                * smiles.get(
                                                                                        sample
                                                                                                .id()))),
                                                sample.recording(),
                                                sample.participant(),
                                                Map.of()))
                        .toList());
    }

    private StudyResult shuffled(StudyPlan study, int shuffles, boolean leak) throws IOException {
        CellRunner runner =
                LabelShuffle.runner(
                        List.of(MANIFEST), manifests -> cell -> learn(manifests, cell, leak));
        return new StudyRunner(LabelShuffle.plan(study, shuffles), folder, "a")
                .run(runner, ProgressListener.none());
    }

    @Test
    void whatIsLearnedFromShuffledLabelsIsChanceOnAverage() throws IOException {
        Row row = LabelShuffleCheck.of(shuffled(PLAN, 20, false)).rows().get(0);

        assertThat(row.verdict()).isEqualTo(Verdict.AT_CHANCE);
        // Each by itself is far from chance: smiles are learned one way or the other.
        assertThat(row.aucs()).allMatch(auc -> Math.abs(auc.value().orElseThrow() - 0.5) > 0.15);
        assertThat(row.toText())
                .startsWith(
                        "baseline-shuffled-labels, food-market_cosmetics-fashion_car-technology:"
                                + " mean ROC AUC 0.")
                .endsWith("): no sign of a leak");
    }

    @Test
    void testLabelsThatTrainAreFound() throws IOException {
        LabelShuffleCheck check = LabelShuffleCheck.of(shuffled(PLAN, 20, true));

        // Smiles are always learned the right way: all AUCs are equal, and there is no interval.
        assertThat(check.rows().get(0).aucs().stream().distinct()).hasSize(1);
        assertThat(check.rows().get(0).verdict()).isEqualTo(Verdict.ABOVE_CHANCE);
        assertThat(check.leakSuspected()).isTrue();
        check.write(folder.resolve("label-shuffle.json"));
        assertThat(Files.readString(folder.resolve("label-shuffle.json")))
                .contains("\"leakSuspected\" : true", "\"verdict\" : \"ABOVE_CHANCE\"");
    }

    /** SciPy 1.10.1: a = [0.4, 0.6, 0.7]; stats.t.interval(0.95, 2, mean(a), stats.sem(a)). */
    @Test
    void intervalIsStudents() {
        Row row = LabelShuffleCheck.of(made(0.4, 0.6, 0.7)).rows().get(0);

        assertThat(row.mean().value().orElseThrow()).isCloseTo(1.7 / 3, within(1e-12));
        assertThat(row.interval().result().orElseThrow().lower()).isCloseTo(0.1872, within(1e-4));
        assertThat(row.interval().result().orElseThrow().upper()).isCloseTo(0.9461, within(1e-4));
    }

    /** Cells whose test AUC is as given: one negative image among ten, ranked accordingly. */
    private static StudyResult made(double... aucs) {
        StudyPlan plan = LabelShuffle.plan(PLAN, aucs.length);
        return new StudyResult(
                plan,
                plan.cells().stream()
                        .map(
                                cell -> {
                                    double auc = aucs[plan.cells().indexOf(cell)];
                                    Predictions test =
                                            new Predictions(
                                                    Stream.iterate(0, i -> i + 1)
                                                            .limit(11)
                                                            .map(i -> ranked(i, auc))
                                                            .toList());
                                    return new CellResult(
                                            cell, new TrainingHistory(List.of(), 0), test, test);
                                })
                        .toList(),
                0);
    }

    private static Prediction ranked(int place, double auc) {
        boolean negative = place == 10;
        double score = negative ? 1 - auc - 0.05 : place / 10.0;
        return new Prediction(
                "s" + place,
                negative ? Label.NOT_INTERESTED : Label.INTERESTED,
                Math.max(0, score),
                "r" + place,
                "p" + place,
                Map.of());
    }

    @Test
    void belowChanceIsSaidToo() {
        LabelShuffleCheck check = LabelShuffleCheck.of(made(0.2, 0.3, 0.2, 0.3, 0.2, 0.3));

        assertThat(check.rows().get(0).verdict()).isEqualTo(Verdict.BELOW_CHANCE);
        assertThat(check.leakSuspected()).isFalse();
    }

    @Test
    void aboveChanceWithASpreadIsFoundByTheInterval() {
        assertThat(LabelShuffleCheck.of(made(0.6, 0.7, 0.6, 0.8, 0.7, 0.6)).leakSuspected())
                .isTrue();
        assertThat(LabelShuffleCheck.of(made(0.4, 0.7, 0.6, 0.8, 0.3, 0.5)).leakSuspected())
                .isFalse();
    }

    /** With few test people AUCs are often nearly equal, and an interval of two is narrow then. */
    @Test
    void fewShufflesThatHappenToAgreeAreNoVerdict() {
        LabelShuffleCheck check = LabelShuffleCheck.of(made(0.7, 0.7, 0.7, 0.7, 0.8));

        assertThat(check.rows().get(0).interval().result().orElseThrow().lower())
                .isGreaterThan(0.5);
        assertThat(check.rows().get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(check.leakSuspected()).isFalse();
    }

    /**
     * AUCs of few people have few values. Of 1,000 checks of four conditions at most 1 in 20 may
     * raise an alarm; the standard error of the share is 0.007. Judged row by row 1 in 8 would.
     */
    @Test
    void manyConditionsRaiseNoMoreFalseAlarms() {
        double[] values = {0.1, 0.3, 0.5, 0.7, 0.9};
        RandomGenerator random = new Seed(11).generator();
        int alarms = 0;
        int byRow = 0;
        for (int check = 0; check < 1000; check++) {
            List<Row> rows = new ArrayList<>();
            for (int condition = 0; condition < 4; condition++) {
                double[] aucs =
                        random.ints(6, 0, values.length).mapToDouble(i -> values[i]).toArray();
                rows.addAll(LabelShuffleCheck.of(made(aucs)).rows());
            }
            alarms += new LabelShuffleCheck(rows).leakSuspected() ? 1 : 0;
            byRow += rows.stream().anyMatch(r -> r.verdict() == Verdict.ABOVE_CHANCE) ? 1 : 0;
        }
        assertThat(alarms).isLessThan(65);
        assertThat(byRow).isGreaterThan(100);
    }

    @Test
    void noSpreadIsNoVerdictWithFewShuffles() {
        Row row = LabelShuffleCheck.of(made(0.9, 0.9, 0.9, 0.9, 0.9)).rows().get(0);

        assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(row.interval().undefinedBecause().orElseThrow()).contains("spread");
    }

    @Test
    void rotationsHaveAMeanOfTheirOwn() throws IOException {
        LabelShuffleCheck check = LabelShuffleCheck.of(shuffled(PLAN.withRotations(), 6, false));

        assertThat(check.rows()).hasSize(7);
        Row all = check.rows().get(6);
        assertThat(all.split()).isEqualTo("all");
        assertThat(all.aucs()).hasSize(6);
        assertThat(all.aucs().get(0).value().orElseThrow())
                .isCloseTo(
                        Stats.meanOf(
                                check.rows().subList(0, 6).stream()
                                        .map(row -> row.aucs().get(0).value())
                                        .map(Optional::orElseThrow)
                                        .toList()),
                        within(1e-12));
    }
}
