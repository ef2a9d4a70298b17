package dev.fer4j.data.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.data.describe.ProfileRow.Quantity;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.NeuroBioSense;
import dev.fer4j.data.source.RecordingUnit;
import dev.fer4j.data.testing.PublicListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper's counts against the public listing, whose labels are made up. */
class PaperProfileTest {

    @TempDir private static Path folder;

    private static NeuroBioSense source;

    @BeforeAll
    static void write() throws IOException {
        source = DataSource.neuroBioSense(PublicListing.write(folder.resolve("whole")));
    }

    private static ProfileComparison compare(NeuroBioSense data) throws IOException {
        return ProfileComparison.of(data.list(), ExpectedProfile.paper());
    }

    private static String reason(
            ProfileComparison comparison, Quantity quantity, AdCategory category) {
        return comparison
                .row(quantity, Optional.of(category))
                .flatMap(ProfileRow::reason)
                .orElse("");
    }

    @Test
    void profileIsThePapers() {
        assertThat(ExpectedProfile.paper().people()).contains(58);
        assertThat(ExpectedProfile.paper().categories().stream().map(one -> one.recordings().get()))
                .containsExactly(302, 406, 337);
        assertThat(ExpectedProfile.paper().categories().stream().map(one -> one.images().get()))
                .containsExactly(3020, 4060, 3370);
        assertThat(
                        ExpectedProfile.paper().categories().stream()
                                .map(one -> Math.round(100 * one.prevalence().get())))
                .containsExactly(83L, 65L, 55L);
    }

    @Test
    void publicListingDiffersInFoodAloneForAKnownReason() throws IOException {
        assertThat(compare(source).toText())
                .isEqualTo(
                        """
against the profile 'paper':
  quantity                           found expected difference  probable reason
  car-technology recordings            302      302          0
  car-technology participants           20       20          0
  car-technology images               3020     3020          0
  car-technology prevalence          0.831    0.831          0
  cosmetics-fashion recordings         406      406          0
  cosmetics-fashion participants        18       18          0
  cosmetics-fashion images            4060     4060          0
  cosmetics-fashion prevalence       0.653    0.653          0
  food-market recordings               354      337        +17  known: the public data set holds 354 folders; the paper does not say which it left out
  food-market participants              20       20          0
  food-market images                  3540     3370       +170  10 of each of 17 more recordings
  food-market prevalence             0.551    0.552     -0.001  17 more recordings, of them 9 interested
  all recordings                      1062     1045        +17  food-market +17
  all images                         10620    10450       +170  food-market +170
  all participants                      58       58          0
""");
    }

    @Test
    void clipFilesAsRecordingsAreExplainedByTheUnit() throws IOException {
        ProfileComparison files = compare(source.withRecordingUnit(RecordingUnit.FILE));

        assertThat(reason(files, Quantity.RECORDINGS, AdCategory.CAR_TECHNOLOGY))
                .isEqualTo("327 clip files; one folder each would give 302");
        assertThat(reason(files, Quantity.RECORDINGS, AdCategory.COSMETICS_FASHION))
                .isEqualTo("491 clip files; one folder each would give 406");
        assertThat(reason(files, Quantity.RECORDINGS, AdCategory.FOOD_MARKET))
                .startsWith("475 clip files; one folder each would give 354; known: ")
                .doesNotContain("unexplained");
    }

    @Test
    void otherLabelsAreSetAgainstHowManyRecordingsShareOne() throws IOException {
        Map<String, Integer> interested = new HashMap<>(PublicListing.INTERESTED);
        interested.put("Car_and_Technology", 248);
        NeuroBioSense data =
                DataSource.neuroBioSense(
                        PublicListing.write(folder.resolve("relabelled"), interested));

        assertThat(reason(compare(data), Quantity.PREVALENCE, AdCategory.CAR_TECHNOLOGY))
                .isEqualTo(
                        "-3 interested; a label belongs to a participant and ad: 302 recordings"
                                + " share 200, one up to 4");
    }

    @Test
    void participantsAndCategoriesThatAreAbsentAreNamed() throws IOException {
        Path root = PublicListing.write(folder.resolve("part"));
        Path categories = root.resolve("Advertisement Categories");
        delete(categories.resolve("Car_and_Technology/30"));
        delete(categories.resolve("Car_and_Technology/32"));
        Files.move(categories.resolve("Cosmetics_and_Fashion"), categories.resolve("Beauty"));

        ProfileComparison comparison = compare(DataSource.neuroBioSense(root));

        assertThat(reason(comparison, Quantity.RECORDINGS, AdCategory.CAR_TECHNOLOGY))
                .isEqualTo("no folder of participants 30, 32");
        assertThat(reason(comparison, Quantity.PARTICIPANTS, AdCategory.CAR_TECHNOLOGY))
                .isEqualTo("no folder of 30, 32");
        assertThat(reason(comparison, Quantity.RECORDINGS, AdCategory.COSMETICS_FASHION))
                .isEqualTo("no folder of this category, and none is known as Beauty");
        assertThat(reason(comparison, Quantity.PARTICIPANTS, AdCategory.COSMETICS_FASHION))
                .isEqualTo("no folder of 1–18");
        assertThat(reason(comparison, Quantity.PREVALENCE, AdCategory.COSMETICS_FASHION))
                .isEqualTo("nothing with a label was found");
        assertThat(comparison.row(Quantity.PARTICIPANTS, Optional.empty()).orElseThrow().reason())
                .contains("car-technology -2; cosmetics-fashion -18");
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
