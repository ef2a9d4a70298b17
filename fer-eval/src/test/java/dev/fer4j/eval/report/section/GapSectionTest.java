package dev.fer4j.eval.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.gap.Gap;
import dev.fer4j.eval.gap.GapEstimate;
import dev.fer4j.eval.gap.GeneralizationGap;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.report.internal.GapWords;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.PlainWords;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GapSectionTest {

    private static final StudyPlan PLAN = StudyPlan.paper(Condition.STANDARD.subList(0, 2));

    private static List<Table> tables(Section section) {
        return section.blocks().stream()
                .filter(Block.TableBlock.class::isInstance)
                .map(block -> ((Block.TableBlock) block).table())
                .toList();
    }

    @Test
    void saysWhatCouldNotBeComparedAndWhatItWouldNeed() {
        Section section = new GapSection(MadeUpStudy.of(PLAN, 2)).section();

        assertThat(tables(section)).hasSize(1);
        assertThat(tables(section).get(0).title()).startsWith("People and categories on which");
        assertThat(PlainWords.of(section))
                .contains("What could not be compared")
                .contains("needs people of the training categories who are held out")
                .contains("needs rotations");
    }

    @Test
    void newPeopleInBothAreSaidInSentences() {
        StudyResult study =
                MadeUpStudy.of(PLAN.withSeen(new HeldOutPeople(20, new Seed(1))).withSeeds(2), 2);
        GapEstimate seen = GeneralizationGap.of(study).of(Gap.SEEN, Condition.BASELINE).get(1);

        String words = PlainWords.of(new GapSection(study).section());

        assertThat(words)
                .contains("New people in both", "Rotations would compare the same people.")
                .contains(
                        "Baseline: among new people, a ROC AUC of "
                                + seen.first().format(3)
                                + " if they watch a category seen in training, and of "
                                + seen.second().format(3)
                                + " if they watch an unseen one. The gap is ")
                .containsPattern("Baseline \\+ YouTube: among new people");
        assertThat(PlainWords.of(new GapSection(MadeUpStudy.of(PLAN, 2)).section()))
                .doesNotContain("New people in both");
    }

    @Test
    void whatASentenceMakesOfAnIntervalDependsOnZero() {
        assertThat(sentence(Gap.SEEN, 0.1, 0.02, 0.18))
                .endsWith(
                        "The gap is 0.100 (95%: +0.020 to +0.180): it does worse on content that it"
                                + " has not seen.");
        assertThat(sentence(Gap.CONTENT, 0.1, -0.02, 0.22))
                .startsWith("Title: of the same people, a ROC AUC of ")
                .endsWith("with these people it remains open whether there is one.");
        assertThat(sentence(Gap.SEEN, -0.1, -0.18, -0.02))
                .contains("The gap is -0.100 (95%: -0.180 to -0.020): it does better");
        assertThat(GapWords.of(estimate(Gap.VALIDATION, 0.1, NO_INTERVAL), "Title")).isEmpty();
        assertThat(GapWords.of(estimate(Gap.SEEN, 0.1, NO_INTERVAL), "Title").orElseThrow())
                .endsWith("The gap is 0.100, without an interval.");
    }

    @Test
    void ofOnePersonThereIsNoIntervalAndTheReasonIsSaidOnce() {
        StudyResult made = MadeUpStudy.of(PLAN.withSeen(new HeldOutPeople(20, new Seed(1))), 2);
        StudyResult onePerson =
                new StudyResult(
                        made.plan(), made.cells().stream().map(GapSectionTest::ofOne).toList(), 0);

        assertThat(PlainWords.of(new GapSection(onePerson).section()))
                .contains(", without an interval.")
                .containsOnlyOnce("There is none because: without one of the participants");
    }

    private static CellResult ofOne(CellResult result) {
        return result.withSeen(
                new Predictions(
                        result.seen().orElseThrow().all().stream()
                                .map(
                                        p ->
                                                new Prediction(
                                                        p.sample(),
                                                        p.label(),
                                                        p.probability(),
                                                        p.recording(),
                                                        "one",
                                                        p.groups()))
                                .toList()));
    }

    private static final Finding<Interval> NO_INTERVAL = Finding.undefined("too few people");

    private static String sentence(Gap gap, double value, double low, double high) {
        return GapWords.of(estimate(gap, value, Finding.of(new Interval(low, high, 0.95))), "Title")
                .orElseThrow();
    }

    private static GapEstimate estimate(Gap gap, double value, Finding<Interval> overBoth) {
        return new GapEstimate(
                gap,
                "baseline",
                GapEstimate.ALL,
                2,
                Outcome.of(0.7 + value),
                Outcome.of(0.7),
                Outcome.of(value),
                overBoth,
                NO_INTERVAL,
                NO_INTERVAL);
    }

    @Test
    void numbersAreThoseOfTheGaps() {
        StudyResult study =
                MadeUpStudy.of(PLAN.withSeen(new HeldOutPeople(20, new Seed(1))).withSeeds(2), 2);
        GapEstimate seen =
                GeneralizationGap.of(study).of(Gap.SEEN, Condition.BASELINE_YOUTUBE).get(1);

        Table table =
                tables(new GapSection(study).section()).stream()
                        .filter(t -> t.title().startsWith("Held-out people"))
                        .findFirst()
                        .orElseThrow();

        List<String> row = table.rows().get(1);
        assertThat(row)
                .startsWith(
                        "Baseline + YouTube",
                        seen.first().format(3),
                        seen.second().format(3),
                        String.format(
                                Locale.ROOT, "%+.3f", seen.difference().value().orElseThrow()));
        assertThat(row.get(4))
                .isEqualTo(
                        String.format(
                                Locale.ROOT,
                                "%+.3f to %+.3f",
                                seen.overBoth().result().orElseThrow().lower(),
                                seen.overBoth().result().orElseThrow().upper()));
        assertThat(row).hasSize(7);
    }
}
