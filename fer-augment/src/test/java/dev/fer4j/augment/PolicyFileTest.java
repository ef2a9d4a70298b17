package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {

    private static final PixelFunction NEGATIVE =
            (image, random) -> {
                byte[] rgb = new byte[image.rgb().length];
                for (int i = 0; i < rgb.length; i++) {
                    rgb[i] = (byte) (255 - image.rgb()[i]);
                }
                return new RgbImage(image.width(), image.height(), rgb);
            };

    private static final AugmentationPolicy ALL =
            new AugmentationPolicy(
                    List.of(
                            new Geometric.Rotation(20),
                            new Geometric.HorizontalFlip(0.5),
                            new Geometric.RandomCrop(0.5, 1, 1.3),
                            new Geometric.FixedCrop(20, 25),
                            new Geometric.Translation(0.1, 0.2),
                            new Geometric.Zoom(0.5, 2),
                            new Splitting.GaussianBlur(0, 2),
                            new Photometric.Brightness(0.5, 1.5),
                            new Photometric.Contrast(0.5, 1.5),
                            new Photometric.Saturation(0, 2),
                            new Photometric.Grayscale(0.3),
                            new Splitting.Custom("negative", NEGATIVE),
                            new Noise.GaussianNoise(0, 9),
                            new Splitting.RandomErasing(0.5, 0.02, 0.3, 3)));

    private static RgbImage picture(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7 % 251);
        }
        return new RgbImage(width, height, rgb);
    }

    @Test
    void policiesComeBackAsTheyWere() {
        AugmentationPolicy policy = ALL.withScope(AugmentationPolicy.Scope.RECORDING);
        assertThat(AugmentationPolicy.parse(policy.toJson(), "p", Map.of("negative", NEGATIVE)))
                .isEqualTo(policy);
        AugmentationPolicy paper = AugmentationPolicy.paper();
        assertThat(AugmentationPolicy.parse(paper.toJson(), "p", Map.of())).isEqualTo(paper);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void plansThatWereStoredMakeTheSameBytesAtAnySize(long seed) {
        RgbImage image = picture(33, 29);
        AugmentationPlan plan = ALL.draw(new Seed(seed).generator(), 33, 29);
        AugmentationPlan read =
                AugmentationPlan.parse(plan.toJson(), "plan", Map.of("negative", NEGATIVE));
        assertThat(read).isEqualTo(plan);
        for (int size : new int[] {11, 29, 64}) {
            RgbImage made = plan.apply(image, size, size + 1);
            assertThat(made.width()).isEqualTo(size);
            assertThat(made.height()).isEqualTo(size + 1);
            assertThat(read.apply(image, size, size + 1).rgb()).isEqualTo(made.rgb());
        }
    }

    @Test
    void aPlanWhoseFunctionIsNotGivenIsRefused() {
        String json = ALL.draw(new Seed(1).generator(), 33, 29).toJson();
        assertThatThrownBy(() -> AugmentationPlan.parse(json, "plan.json", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("plan.json")
                .hasMessageContaining("'negative'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\": \"rotatoin\", \"maxDegrees\": 5} | did you mean 'rotation'",
                "{\"kind\": \"rotation\", \"maxDegree\": 5} | did you mean 'maxDegrees'",
                "{\"kind\": \"rotation\"} | 'maxDegrees' is missing",
                "{\"kind\": \"rotation\", \"maxDegrees\": \"5\"} | is not a number",
                "{\"kind\": \"rotation\", \"maxDegrees\": 181} | maxDegrees 181.0 is not in [0,"
                        + " 180]",
                "{\"kind\": \"rotation\", \"maxDegrees\": 5, \"speed\": 1} | unknown field 'speed'",
                "{\"kind\": \"zoom\", \"minFactor\": 2, \"maxFactor\": 1} | minFactor 2.0 is larger"
                        + " than maxFactor 1.0",
                "{\"kind\": \"fixed-crop\", \"width\": 1.5, \"height\": 3} | is not a whole number",
                "{\"kind\": \"custom\", \"name\": \"mine\"} | unknown name 'mine'",
                "7 | is not a JSON object",
            })
    void whatIsWrongIsNamed(String augmentation, String message) {
        String json = "{\"augmentations\": [" + augmentation + "]}";
        assertThatThrownBy(() -> AugmentationPolicy.parse(json, "policy.json", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("policy.json: augmentations[0]")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"augmentations\": [{\"kind\":\"rotation\",\"maxDegrees\":10,\"maxDegrees\":20}]}"
                        + " | maxDegrees",
                "{\"augmentations\": [{\"kind\":\"rotation\",\"kind\":\"zoom\",\"maxDegrees\":10}]}"
                        + " | kind",
                "{\"augmentations\": [], \"scope\": \"IMAGE\", \"augmentations\": []} |"
                        + " augmentations",
            })
    void fieldsThatStandTwiceAreRefused(String json, String field) {
        assertThatThrownBy(() -> AugmentationPolicy.parse(json, "policy.json", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "policy.json: is not a valid JSON: Duplicate field '"
                                + field
                                + "' (correct that line, or create the file again)");
    }

    @Test
    void lineOfAFieldThatStandsTwiceIsNamed() {
        String json = AugmentationPolicy.paper().toJson().replace("\"minArea\"", "\"maxArea\"");
        assertThatThrownBy(() -> AugmentationPolicy.parse(json, "policy.json", Map.of()))
                .hasMessageContaining("policy.json: is not a valid JSON: Duplicate field 'maxArea'")
                .hasMessageContaining("line 12");
    }

    /** Fields of a stored plan in turn stand twice, or have another name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "width",
                "steps",
                "kind",
                "places",
                "xx",
                "y0",
                "colours",
                "rows",
                "noiseSigma",
                "noiseSeed",
                "sigma",
                "name",
                "seed"
            })
    void fieldsOfPlansStandOnceAndAreKnown(String field) {
        String json = ALL.draw(new Seed(3).generator(), 33, 29).toJson();
        String key = "\"" + field + "\"";
        String twice =
                json.replaceFirst(key + " : ([^,{\\[\\n]+)", key + " : $1, " + key + " : $1")
                        .replaceFirst(key + " : ([{\\[])", key + " : null, " + key + " : $1");
        assertRefused(twice, "Duplicate field '" + field + "'");
        assertThat(json).contains(key);
        String unknown = json.replaceFirst(key, "\"" + field + "Other\"");
        assertRefused(unknown, field.equals("kind") ? "'kind'" : field);
    }

    @Test
    void damagedPlansAreRefused() {
        String json = ALL.draw(new Seed(3).generator(), 33, 29).toJson();
        assertRefused(json.replaceFirst("\"x0\" : [^,]*", "\"x0\" : \"NaN\""), "not finite");
        assertRefused(json.replaceFirst("\"x0\" : [^,]*", "\"x0\" : 1e999"), "not finite");
        assertRefused(json.replaceFirst("\"x0\" : [^,]*,", ""), "x0");
        assertRefused(
                json.replaceFirst("\"noiseSigma\" : [^,]*", "\"noiseSigma\" : 1e999"), "Infinity");
        assertRefused(json.replaceFirst("\"sigma\" : \\S*", "\"sigma\" : -1"), "-1.0");
        assertRefused(
                json.replaceFirst("\"rows\" : \\[ \\[ [^,]*,", "\"rows\" : [ ["), "three rows");
        assertRefused(
                json.replaceFirst("\"rows\" : \\[ \\[ [^,]*,", "\"rows\" : [ [ 1e999,"),
                "not finite");
        assertRefused(
                "{\"width\":2,\"height\":2,\"steps\":[{\"kind\":\"composition\","
                        + "\"noiseSigma\":0,\"noiseSeed\":0}]}",
                "places are missing");
    }

    private static void assertRefused(String plan, String message) {
        assertThatThrownBy(
                        () ->
                                AugmentationPlan.parse(
                                        plan, "plan.json", Map.of("negative", NEGATIVE)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("plan.json: is not a valid AugmentationPlan")
                .hasMessageContaining(message);
    }

    @Test
    void aPlanForAnotherSizeIsRefused() {
        AugmentationPlan plan = AugmentationPolicy.paper().draw(new Seed(1).generator(), 30, 20);
        assertThatThrownBy(() -> plan.apply(picture(20, 30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30 × 20")
                .hasMessageContaining("20 × 30");
    }

    @Test
    void anImageOfOtherThanThreeChannelsIsRefused() {
        assertThatThrownBy(() -> new RgbImage(4, 3, new byte[12]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("12 bytes for 4 × 3 pixels of 3 channels");
        assertThatThrownBy(() -> new RgbImage(4, 3, new byte[48]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("48 bytes for 4 × 3 pixels of 3 channels");
    }

    @Test
    void anImageSmallerThanTheCropIsRefused() {
        AugmentationPolicy policy =
                new AugmentationPolicy(List.of(new Geometric.FixedCrop(100, 20)));
        assertThatThrownBy(() -> policy.draw(new Seed(1).generator(), 99, 30))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("100 × 20")
                .hasMessageContaining("99 × 30");
    }

    @Test
    void aFunctionSeesWhatStandsBeforeIt() {
        RgbImage image = picture(8, 8);
        AugmentationPolicy policy =
                new AugmentationPolicy(
                        List.of(
                                new Photometric.Brightness(0, 0),
                                new Splitting.Custom("negative", NEGATIVE),
                                new Photometric.Brightness(0.4, 0.4)));
        assertThat(policy.draw(new Seed(1).generator(), 8, 8).apply(image).rgb())
                .containsOnly((byte) 102);
    }

    @Test
    void erasingFillsItsRectangleOnly() {
        RgbImage image = new RgbImage(20, 20, new byte[1200]);
        RgbImage erased =
                new AugmentationPlan(20, 20, List.of(new PlanStep.Erasure(0.25, 0.5, 0.5, 0.25, 9)))
                        .apply(image);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                int sum = erased.at(x, y, 0) + erased.at(x, y, 1) + erased.at(x, y, 2);
                assertThat(sum > 0).isEqualTo(x >= 5 && x < 15 && y >= 10 && y < 15);
            }
        }
    }
}
