package dev.fer4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.augment.AugmentationPlan;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.cli.Fer;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.ImageFit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AugmentCommandTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int fer(String... arguments) {
        return Fer.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path picture() throws IOException {
        byte[] rgb = new byte[3 * 40 * 30];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 5 % 200);
        }
        Path file = folder.resolve("picture.png");
        ImageFiles.writePng(file, new RgbImage(40, 30, rgb));
        return file;
    }

    @Test
    void theFirstCellIsTheImageAndTheOthersAreTheirPlans() throws IOException {
        Path sheet = folder.resolve("sheet.png");
        assertThat(
                        fer(
                                "augment",
                                picture().toString(),
                                "--count",
                                "6",
                                "--out",
                                sheet.toString(),
                                "--json"))
                .isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        RgbImage image = ImageFiles.read(picture());
        RgbImage cells = ImageFiles.read(sheet);
        assertThat(cells.width()).isEqualTo(5 * 44);
        assertThat(cells.height()).isEqualTo(2 * 34);
        assertThat(report.get("plans")).hasSize(6);
        assertThat(cells.at(2 + 7, 2 + 9, 1)).isEqualTo(image.at(7, 9, 1));
        RgbImage second =
                AugmentationPlan.parse(report.get("plans").get(0).toString(), "plan", Map.of())
                        .apply(image);
        assertThat(cells.at(44 + 2 + 7, 2 + 9, 1)).isEqualTo(second.at(7, 9, 1));
    }

    @ParameterizedTest
    @EnumSource(ImageFit.class)
    void theFirstCellIsWhatANetworkSees(ImageFit fit) throws IOException {
        Path sheet = folder.resolve("sheet.png");
        assertThat(
                        fer(
                                "augment",
                                picture().toString(),
                                "--size",
                                "24",
                                "--fit",
                                fit.name().toLowerCase(Locale.ROOT),
                                "--count",
                                "1",
                                "--out",
                                sheet.toString()))
                .isZero();
        RgbImage square = fit.square(ImageFiles.read(picture()), 24);
        RgbImage cells = ImageFiles.read(sheet);
        for (int i = 0; i < 24; i++) {
            assertThat(cells.at(2 + i, 2 + i, 0)).isEqualTo(square.at(i, i, 0));
        }
    }

    @Test
    void aFitNeedsASize() throws IOException {
        assertThat(fer("augment", picture().toString(), "--fit", "crop")).isEqualTo(2);
        assertThat(fer("augment", picture().toString(), "--fit", "trim")).isEqualTo(2);
        assertThat(err.toString()).contains("stretch, letterbox, crop");
    }

    @Test
    void thePrintedPolicyIsThePapersAndCanBeGiven() throws IOException {
        assertThat(fer("augment", "--print-policy")).isZero();
        Path policy = folder.resolve("policy.json");
        Files.writeString(policy, out.toString());
        assertThat(AugmentationPolicy.read(policy)).isEqualTo(AugmentationPolicy.paper());
    }

    @Test
    void wrongNamesInThePolicyAreTold() throws IOException {
        Path policy = folder.resolve("policy.json");
        Files.writeString(policy, "{\"augmentations\": [{\"kind\": \"rotations\"}]}");
        assertThat(fer("augment", picture().toString(), "--policy", policy.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("policy.json").contains("did you mean 'rotation'");
    }

    @Test
    void countsOutOfRangeAreUsageErrors() throws IOException {
        for (String count : List.of("0", "1001")) {
            assertThat(fer("augment", picture().toString(), "--count", count)).isEqualTo(2);
        }
        assertThat(err.toString()).contains("--count 0: expected 1 to 1000");
    }

    @Test
    void thePolicyOfTheDocumentationIsReadable() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "augmentation.md"));
        String json = page.split("```json\n", 2)[1].split("```", 2)[0];
        assertThat(AugmentationPolicy.parse(json, "docs/augmentation.md", Map.of()).augmentations())
                .hasSize(4);
    }
}
