package dev.fer4j.data.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetDescriptionTest {

    @TempDir Path folder;

    private DatasetDescription laboratory() throws IOException {
        NeuroBioSenseFolder data = new NeuroBioSenseFolder(folder.resolve("lab"));
        data.clip("Food_and_Market_Subfolder/39/A01/J/1.mp4")
                .clip("Food_and_Market_Subfolder/39/A01/J/2.mp4")
                .clip("Food_and_Market_Subfolder/39/A02/J/1.mp4")
                .clip("Food_and_Market_Subfolder/40/A01/N/1.mp4")
                .clip("Car_and_Technology/19/A01/J/1.mp4")
                .clip("Car_and_Technology/19/A09/J/1.mp4")
                .row(39, "F", 20, 1, "Yes")
                .row("", "", "", 2, "No")
                .row(40, "M", 30, 1, "No")
                .row(19, "", "", 1, "Yes")
                .row("", "", "", 2, "Yes");
        return DatasetDescription.of(DataSource.neuroBioSense(data.write()).list());
    }

    @Test
    void countsByCategoryLabelPersonAndProblem() throws IOException {
        assertThat(laboratory())
                .isEqualTo(
                        new DatasetDescription(
                                "baseline",
                                4,
                                5,
                                0,
                                3,
                                List.of(
                                        new CategoryDescription(
                                                Optional.of(AdCategory.CAR_TECHNOLOGY),
                                                1,
                                                1,
                                                0,
                                                1,
                                                1,
                                                Optional.of(1.0)),
                                        new CategoryDescription(
                                                Optional.of(AdCategory.FOOD_MARKET),
                                                3,
                                                4,
                                                0,
                                                2,
                                                1,
                                                Optional.of(1.0 / 3))),
                                Map.of(Label.INTERESTED, 2, Label.NOT_INTERESTED, 2),
                                Map.of("female", 1, "male", 1, "unknown", 1),
                                Map.of(Problem.Kind.NO_LABEL, 1, Problem.Kind.UNUSED, 1)));
    }

    @Test
    void isTextAndJson() throws IOException {
        DatasetDescription description = laboratory();

        assertThat(description.toText())
                .isEqualTo(
                        """
                        baseline: 4 recordings (5 clips), 0 stills, 3 people
                          category             recordings  clips stills people interested prevalence
                          car-technology                1      1      0      1          1      1.000
                          food-market                   3      4      0      2          1      0.333
                          labels: INTERESTED 2, NOT_INTERESTED 2 (positive class: INTERESTED)
                          people by gender: female 1, male 1, unknown 1
                          not used: NO_LABEL 1, UNUSED 1
                        """);
        assertThat(Json.parse(Json.pretty(description), DatasetDescription.class, "text"))
                .isEqualTo(description);
    }

    @Test
    void stillsWithoutCategoryComeUnderUnknown() throws IOException {
        Files.createFile(folder.resolve("a.png"));
        Files.createFile(folder.resolve("b.png"));
        Files.writeString(folder.resolve("labels.csv"), "file,label\na.png,yes\nb.png,no\n");

        DatasetDescription description = DatasetDescription.of(DataSource.stills(folder).list());

        assertThat(description.categories())
                .containsExactly(
                        new CategoryDescription(Optional.empty(), 0, 0, 2, 2, 1, Optional.of(0.5)));
        assertThat(description.toText()).contains("unknown", "0.500");
    }

    @Test
    void nothingHasNoPrevalence() {
        DatasetDescription description =
                DatasetDescription.of(
                        new SourceListing("none", folder, List.of(), List.of(), List.of()));

        assertThat(description.categories()).isEmpty();
        assertThat(description.toText()).contains("labels: none", "not used: none");
    }
}
