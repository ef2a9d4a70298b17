package dev.fer4j.augment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.augment.AugmentationPlan;
import dev.fer4j.augment.Geometric;
import dev.fer4j.augment.PlanStep;
import dev.fer4j.augment.Reference;
import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every value of an image of 17 × 13 pixels against OpenCV, see {@link Reference}.
 *
 * <p>Where all places lie on multiples of 1/32 of a pixel neither side rounds them and the values
 * are equal. Elsewhere OpenCV is off by up to 1/64 of a pixel, this library by 1/512; neighbours
 * differ by up to 60 levels, so that values differ by up to 2.
 */
class GeometryReferenceTest {

    private static final int WIDTH = 17;
    private static final int HEIGHT = 13;
    private static final int EXACT = 0;
    private static final int ROUNDED_PLACES = 2;

    private static RgbImage apply(Affine places) {
        return apply(places, WIDTH, HEIGHT);
    }

    private static RgbImage apply(Affine places, int width, int height) {
        return new AugmentationPlan(
                        WIDTH,
                        HEIGHT,
                        List.of(new PlanStep.Composition(places, ColourMap.IDENTITY, 0, 0)))
                .apply(Reference.picture(WIDTH, HEIGHT), width, height);
    }

    private static RgbImage resize(int width, int height, int newWidth, int newHeight) {
        return new AugmentationPlan(width, height, List.of())
                .apply(Reference.picture(width, height), newWidth, newHeight);
    }

    /** What a kind whose range is one point draws. */
    private static Affine draw(Geometric geometric) {
        return geometric.draw(new Seed(4).generator(), WIDTH, HEIGHT);
    }

    @Test
    void pictureIsTheOneThatTheReferencesWereMadeOf() throws IOException {
        Reference.assertIs(Reference.picture(WIDTH, HEIGHT), "picture", EXACT);
    }

    @Test
    void flip() throws IOException {
        Reference.assertIs(apply(draw(new Geometric.HorizontalFlip(1))), "flip", EXACT);
        Reference.assertIs(apply(draw(new Geometric.HorizontalFlip(0))), "picture", EXACT);
    }

    /** The window moves against the content. */
    @Test
    void translation() throws IOException {
        Reference.assertIs(apply(Affine.window(1, 1, -3, 2)), "translation-whole", EXACT);
        Reference.assertIs(
                apply(Affine.window(1, 1, 2.25, -1.375)), "translation-fractional", EXACT);
    }

    @Test
    void drawnTranslationsFillTheirRange() {
        Geometric translation = new Geometric.Translation(0.1, 0.5);
        List<Affine> drawn =
                IntStream.range(0, 500)
                        .mapToObj(i -> translation.draw(new Seed(i).generator(), WIDTH, HEIGHT))
                        .toList();
        assertThat(drawn).allSatisfy(m -> assertThat(m.toX().x() * m.toY().y()).isEqualTo(1));
        assertThat(drawn.stream().mapToDouble(m -> m.toX().shift()).max().orElseThrow())
                .isBetween(0.95 * 1.7, 1.7);
        assertThat(drawn.stream().mapToDouble(m -> m.toX().shift()).min().orElseThrow())
                .isBetween(-1.7, -0.95 * 1.7);
        assertThat(drawn.stream().mapToDouble(m -> m.toY().shift()).max().orElseThrow())
                .isBetween(0.95 * 6.5, 6.5);
        assertThat(drawn.stream().mapToDouble(m -> m.toY().shift()).min().orElseThrow())
                .isBetween(-6.5, -0.95 * 6.5);
    }

    @Test
    void zoomIn() throws IOException {
        Reference.assertIs(apply(draw(new Geometric.Zoom(2, 2))), "zoom-in", EXACT);
        Reference.assertIs(
                apply(draw(new Geometric.Zoom(1.3, 1.3))), "zoom-in-odd", ROUNDED_PLACES);
    }

    /** Means of two by two samples. */
    @Test
    void zoomOut() throws IOException {
        Reference.assertIs(apply(draw(new Geometric.Zoom(0.5, 0.5))), "zoom-out", EXACT);
    }

    @Test
    void rotation() throws IOException {
        Reference.assertIs(apply(Affine.rotation(37)), "rotation", ROUNDED_PLACES);
    }

    @Test
    void crop() throws IOException {
        Affine tenBySeven = Affine.window(10.0 / WIDTH, 7.0 / HEIGHT, 10 - 8.5, 7.5 - 6.5);
        Reference.assertIs(apply(tenBySeven), "crop", ROUNDED_PLACES);
        Affine half = Affine.window(0.5, 0.5, 2.25 + 4.25 - 8.5, 4.5 + 3.25 - 6.5);
        Reference.assertIs(apply(half), "crop-half", EXACT);
    }

    @Test
    void fixedCropIsAWindowOfThatSizeInsideOfTheImage() {
        assertWindows(new Geometric.FixedCrop(10, 7), 10.0 / WIDTH, 7.0 / HEIGHT);
        assertThat(draw(new Geometric.FixedCrop(WIDTH, HEIGHT))).isEqualTo(Affine.IDENTITY);
    }

    @Test
    void randomCropIsAWindowOfThatAreaInsideOfTheImage() {
        assertWindows(new Geometric.RandomCrop(0.25, 0.25, 1), 0.5, 0.5);
    }

    /** Also where its aspect would make a window wider or higher than the image. */
    @ParameterizedTest
    @CsvSource({"0.8,1,1.1", "0.01,0.3,4", "0.9,1,4", "1,1,4"})
    void randomCropKeepsToItsAreaAndAspect(double least, double most, double aspect) {
        Geometric.RandomCrop crop = new Geometric.RandomCrop(least, most, aspect);
        for (int i = 0; i < 500; i++) {
            Affine map = crop.draw(new Seed(i).generator(), WIDTH, HEIGHT);
            assertThat(map.toX().x() * map.toY().y()).isBetween(least - 1e-12, most + 1e-12);
            assertThat(map.toX().x() / map.toY().y()).isBetween(1 / aspect - 1e-12, aspect + 1e-12);
            assertThat(Math.abs(map.toX().shift()))
                    .isLessThanOrEqualTo((1 - map.toX().x()) / 2 * WIDTH);
            assertThat(Math.abs(map.toY().shift()))
                    .isLessThanOrEqualTo((1 - map.toY().y()) / 2 * HEIGHT);
        }
    }

    @Test
    void partsThatChangeNothingAreTheIdentity() {
        assertThat(draw(new Geometric.Rotation(0))).isEqualTo(Affine.IDENTITY);
        assertThat(Affine.rotation(-0.0)).isEqualTo(Affine.IDENTITY);
        assertThat(Affine.mirror().after(Affine.mirror())).isEqualTo(Affine.IDENTITY);
        assertThat(draw(new Geometric.Zoom(1, 1))).isEqualTo(Affine.IDENTITY);
        assertThat(draw(new Geometric.Translation(0, 0))).isEqualTo(Affine.IDENTITY);
    }

    /** All places are possible, and none beyond. */
    private static void assertWindows(Geometric crop, double sx, double sy) {
        double roomX = (1 - sx) / 2 * WIDTH;
        double roomY = (1 - sy) / 2 * HEIGHT;
        List<Affine> drawn =
                IntStream.range(0, 500)
                        .mapToObj(i -> crop.draw(new Seed(i).generator(), WIDTH, HEIGHT))
                        .toList();
        assertThat(drawn)
                .allSatisfy(
                        map -> {
                            assertThat(map)
                                    .isEqualTo(
                                            Affine.window(
                                                    sx, sy, map.toX().shift(), map.toY().shift()));
                            assertThat(map.toX().shift()).isBetween(-roomX, roomX);
                            assertThat(map.toY().shift()).isBetween(-roomY, roomY);
                        });
        assertThat(drawn.stream().mapToDouble(m -> m.toX().shift()).max().orElseThrow())
                .isGreaterThan(0.95 * roomX);
        assertThat(drawn.stream().mapToDouble(m -> m.toY().shift()).min().orElseThrow())
                .isLessThan(-0.95 * roomY);
    }

    @Test
    void enlargementIsBilinear() throws IOException {
        RgbImage doubled = resize(WIDTH, HEIGHT, 2 * WIDTH, 2 * HEIGHT);
        Reference.assertIs(doubled, "enlarged-whole", EXACT);
        // OpenCV's resize doubles the outermost pixels where this library reflects.
        RgbImage resized = Reference.read("enlarged-inner");
        for (int y = 1; y < 2 * HEIGHT - 1; y++) {
            for (int i = 3 * (2 * WIDTH * y + 1); i < 3 * (2 * WIDTH * (y + 1) - 1); i++) {
                assertThat(doubled.rgb()[i]).isEqualTo(resized.rgb()[i]);
            }
        }
        Reference.assertIs(resize(WIDTH, HEIGHT, 29, 23), "enlarged-odd", ROUNDED_PLACES);
    }

    @Test
    void shrinkingByWholeFactorsAveragesAreas() throws IOException {
        Reference.assertIs(resize(18, 12, 6, 4), "third", EXACT);
        Reference.assertIs(resize(18, 12, 6, 12), "narrower", EXACT);
    }

    /** By 17/7 and 13/5: means of three by three samples, each where OpenCV's warp has it. */
    @Test
    void shrinkingByOtherFactorsAveragesSamplesThatAreLessThanAPixelApart() throws IOException {
        RgbImage shrunk = resize(WIDTH, HEIGHT, 7, 5);
        Reference.assertIs(shrunk, "shrunk-odd", 1);
        // Areas whose pixels count by the share that lies inside, which samples come near to.
        Reference.assertIs(shrunk, "shrunk-odd-area", 4);
    }
}
