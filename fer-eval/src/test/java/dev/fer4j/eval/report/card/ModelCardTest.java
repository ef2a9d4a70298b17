package dev.fer4j.eval.report.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.report.model.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {

    private static ModelCard card(String anything, List<Table> metrics) {
        return new ModelCard(
                "model " + anything,
                ImmutableMap.of("network", "Xception " + anything),
                "Baseline " + anything,
                List.of(
                        new ModelCard.Source("baseline", 3370, 20, List.of(anything), List.of()),
                        new ModelCard.Source("youtube", 2000, 137, List.of(), List.of("none"))),
                ModelCard.Uses.OF_A_STUDY,
                Optional.empty(),
                metrics,
                List.of("A caveat " + anything),
                ImmutableMap.of("sha256 of the weights", "abc"));
    }

    @Test
    void saysWhatItIsForAndWhatNotAndWhatIsUnknown(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("MODEL_CARD.md");
        card("1", List.of()).write(file);

        assertThat(Files.readString(file))
                .startsWith("# Model card: model 1\n\nBaseline 1\n")
                .contains("| network | Xception 1 |")
                .contains("| baseline | 3370 | 20 | 1 | unknown |")
                .contains("| youtube | 2000 | 137 | unknown | none |")
                .contains("### Out of scope\n\n- Decisions about individuals")
                .contains("No threshold was chosen")
                .contains("- A caveat 1")
                .contains("| sha256 of the weights | abc |");
    }

    @Test
    void escapesAllText() {
        String evil = "<img src=x> [a](http://evil.example) | x";

        assertThat(card(evil, List.of()).toMarkdown())
                .doesNotContainPattern("[^\\\\]<img")
                .doesNotContainPattern("[^\\\\]\\[a")
                .contains("\\<img src=x\\> \\[a\\](http\\://evil.example) \\| x");
    }

    @Test
    void metricsByUnitAndGroupAreThoseOfTheTestSplit() {
        CellResult model = MadeUpStudy.result(MadeUpStudy.PAPER_PLAN.cells().get(1), 0.5, 1);
        List<Table> tables = ModelCardMetrics.of(model, Threshold.HALF, "INTERESTED");

        assertThat(tables)
                .extracting(Table::title)
                .containsExactly(
                        "Test split, by what counts as one case",
                        "Test split by gender, per image");
        Predictions test = model.test();
        String auc = RocCurve.of(test.positives(), test.probabilities()).auc().format(3);
        List<String> images = tables.get(0).rows().get(0);
        assertThat(images).startsWith("image", "400", "0.675");
        assertThat(images.get(4)).matches(auc + " \\(0\\.\\d{3} to [01]\\.\\d{3}\\)");
        Predictions women =
                new Predictions(
                        test.all().stream()
                                .filter(p -> p.groups().get("gender").equals("FEMALE"))
                                .toList());
        List<String> group = tables.get(1).rows().get(0);
        assertThat(group).startsWith("FEMALE *", "4", "200");
        assertThat(group.get(4)).startsWith(ConfusionMatrix.at(women, 0.5).recall().format(3));
    }

    @Test
    void aCardWithoutUsesOrANameIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelCard.Uses(List.of("research"), List.of()))
                .withMessageContaining("not intended");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ModelCard(
                                        " ",
                                        Map.of(),
                                        "",
                                        List.of(),
                                        ModelCard.Uses.OF_A_STUDY,
                                        Optional.empty(),
                                        List.of(),
                                        List.of(),
                                        Map.of()))
                .withMessageContaining("name");
    }
}
