package dev.fer4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Condition;
import dev.fer4j.core.HeldOutPeople;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.gap.Gap;
import dev.fer4j.eval.gap.GapEstimate;
import dev.fer4j.eval.gap.GeneralizationGap;
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
        assertThat(tables(section).get(0).title()).startsWith("People and categories that chose");
        assertThat(PlainWords.of(section))
                .contains("What could not be compared")
                .contains("needs people of the training categories who are held out")
                .contains("needs rotations");
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
