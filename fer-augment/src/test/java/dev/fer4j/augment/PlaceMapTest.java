package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.Box;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.augment.transform.Point;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bright disc on a dark ground is found again where the plan says. */
class PlaceMapTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 80;
    private static final double RADIUS = 6;

    /** Pixels of the result: a corner taken for a centre would be off by 0.2 where it is halved. */
    private static final double PLACE = 0.05;

    /** A pixel that is covered by half has its centre near the disc's edge. */
    private static final double EDGE = 0.25;

    /** A reflected disc is at least twice as far from a disc as the border, and so out of sight. */
    private static final double FROM_BORDER = 22;

    /** Brightness is the share of a pixel that is covered. */
    private static RgbImage disc(Point centre) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                byte level = (byte) Math.round(255 * covered(x, y, centre));
                Arrays.fill(rgb, 3 * (y * WIDTH + x), 3 * (y * WIDTH + x) + 3, level);
            }
        }
        return new RgbImage(WIDTH, HEIGHT, rgb);
    }

    private static double covered(int column, int row, Point centre) {
        int fine = 8;
        int inside = 0;
        for (int i = 0; i < fine; i++) {
            for (int j = 0; j < fine; j++) {
                double x = column + (i + 0.5) / fine - centre.x();
                double y = row + (j + 0.5) / fine - centre.y();
                inside += Math.hypot(x, y) < RADIUS ? 1 : 0;
            }
        }
        return (double) inside / (fine * fine);
    }

    private static AugmentationPolicy geometry(RandomGenerator random) {
        List<Augmentation> parts =
                new ArrayList<>(
                        List.of(
                                new Geometric.Rotation(180),
                                new Geometric.HorizontalFlip(0.5),
                                new Geometric.RandomCrop(0.5, 1, 1.5),
                                new Geometric.FixedCrop(80, 72),
                                new Geometric.Zoom(0.6, 1.6),
                                new Geometric.Translation(0.1, 0.1),
                                // Makes two compositions of one.
                                new Splitting.GaussianBlur(0.5, 1)));
        List<Augmentation> chosen = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            chosen.add(parts.remove(random.nextInt(parts.size())));
        }
        return new AugmentationPolicy(chosen);
    }

    /** Whether a box lies in a picture, with room around it. */
    private static boolean isInside(Box box, int width, int height) {
        return box.left() > 2
                && box.top() > 2
                && box.right() < width - 2
                && box.bottom() < height - 2;
    }

    /** What leaves the picture before a split does not come back after it. */
    private static boolean isSeen(AugmentationPlan plan, Box box, int width, int height) {
        for (int i = 0; i <= plan.steps().size(); i++) {
            AugmentationPlan part = new AugmentationPlan(WIDTH, HEIGHT, plan.steps().subList(0, i));
            if (!isInside(part.places(width, height).of(box), width, height)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource({"96,80", "71,71", "150,60", "48,40"})
    void discIsFoundWhereThePlanSays(int width, int height) {
        int seen = 0;
        for (int i = 0; i < 150; i++) {
            RandomGenerator random = new Seed(i).generator();
            Point centre =
                    new Point(
                            random.nextDouble(FROM_BORDER, WIDTH - FROM_BORDER),
                            random.nextDouble(FROM_BORDER, HEIGHT - FROM_BORDER));
            Box bounds =
                    new Box(
                            centre.x() - RADIUS,
                            centre.y() - RADIUS,
                            centre.x() + RADIUS,
                            centre.y() + RADIUS);
            AugmentationPlan plan = geometry(random).draw(random, WIDTH, HEIGHT);
            PlaceMap places = plan.places(width, height);
            Box box = places.of(bounds);
            if (!isSeen(plan, bounds, width, height)) {
                continue;
            }
            seen++;
            requireDisc(plan.apply(disc(centre), width, height), places.of(centre), box);
        }
        assertThat(seen).isGreaterThan(50);
    }

    /** The centroid of the brightness near a place is that place, and what is bright is boxed. */
    private static void requireDisc(RgbImage image, Point place, Box box) {
        double marginX = (box.right() - box.left()) / 4 + 2;
        double marginY = (box.bottom() - box.top()) / 4 + 2;
        int firstColumn = (int) Math.max(0, box.left() - marginX);
        int lastColumn = (int) Math.min(image.width() - 1, box.right() + marginX);
        int firstRow = (int) Math.max(0, box.top() - marginY);
        int lastRow = (int) Math.min(image.height() - 1, box.bottom() + marginY);
        double mass = 0;
        double x = 0;
        double y = 0;
        int bright = 0;
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int level = image.at(column, row, 1);
                mass += level;
                x += level * (column + 0.5);
                y += level * (row + 0.5);
                if (level >= 128) {
                    bright++;
                    assertThat(column + 0.5).isBetween(box.left() - EDGE, box.right() + EDGE);
                    assertThat(row + 0.5).isBetween(box.top() - EDGE, box.bottom() + EDGE);
                }
            }
        }
        assertThat(bright).isGreaterThan(4);
        assertThat(x / mass).isCloseTo(place.x(), within(PLACE));
        assertThat(y / mass).isCloseTo(place.y(), within(PLACE));
    }

    @Test
    void resizeAloneScalesPlaces() {
        PlaceMap places = new AugmentationPlan(20, 10, List.of()).places(40, 5);
        assertThat(places.of(new Point(0, 0))).isEqualTo(new Point(0, 0));
        assertThat(places.of(new Point(20, 10))).isEqualTo(new Point(40, 5));
        assertThat(places.of(new Box(5, 2, 10, 4))).isEqualTo(new Box(10, 1, 20, 2));
    }

    @Test
    void whatIsNoGeometryLeavesPlaces() {
        AugmentationPolicy policy =
                new AugmentationPolicy(
                        List.of(
                                new Photometric.Contrast(0.5, 2),
                                new Splitting.RandomErasing(1, 0.1, 0.2, 2),
                                new Splitting.GaussianBlur(1, 2),
                                new Splitting.Custom("negative", RandomPolicies.NEGATIVE),
                                new Noise.GaussianNoise(1, 5)));
        PlaceMap places = policy.draw(new Seed(1).generator(), 20, 10).places();
        assertThat(places.of(new Point(3.25, 7))).isEqualTo(new Point(3.25, 7));
    }

    @Test
    void rotationMakesBoxesLarger() {
        AugmentationPlan plan =
                new AugmentationPlan(
                        20,
                        20,
                        List.of(
                                new PlanStep.Composition(
                                        Affine.rotation(45), ColourMap.IDENTITY, 0, 0)));
        Box box = plan.places().of(new Box(9, 9, 11, 11));
        assertThat(box.right() - box.left()).isCloseTo(2 * Math.sqrt(2), within(1e-12));
        // Clockwise: what is to the right of the centre goes down.
        assertThat(plan.places().of(new Point(14, 10)).y()).isGreaterThan(12);
    }

    @Test
    void planThatSqueezesTheImageHasNoPlaces() {
        AugmentationPlan plan =
                new AugmentationPlan(
                        20,
                        20,
                        List.of(
                                new PlanStep.Composition(
                                        Affine.window(0, 1, 0, 0), ColourMap.IDENTITY, 0, 0)));
        assertThatThrownBy(plan::places)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not invertible");
    }

    @Test
    void placesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new Point(Double.NaN, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Box(3, 0, 2, 1)).hasMessageContaining("(3.0, 0.0)");
        assertThatThrownBy(() -> new Box(0, Double.NaN, 2, 1)).hasMessageContaining("NaN");
        AugmentationPlan plan = new AugmentationPlan(2, 2, List.of());
        assertThatThrownBy(() -> plan.places(0, 3)).hasMessageContaining("0 × 3");
    }
}
