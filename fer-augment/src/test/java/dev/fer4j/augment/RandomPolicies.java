package dev.fer4j.augment;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Policies of random kinds with random valid ranges. */
final class RandomPolicies {

    static final PixelFunction NEGATIVE =
            (image, random) -> {
                byte[] rgb = new byte[image.rgb().length];
                for (int i = 0; i < rgb.length; i++) {
                    rgb[i] = (byte) (255 - image.rgb()[i]);
                }
                return new RgbImage(image.width(), image.height(), rgb);
            };

    static final PixelFunction SPECKLED =
            (image, random) -> {
                byte[] rgb = image.rgb().clone();
                rgb[random.nextInt(rgb.length)] = (byte) random.nextInt();
                return new RgbImage(image.width(), image.height(), rgb);
            };

    static final Map<String, PixelFunction> FUNCTIONS =
            Map.of("negative", NEGATIVE, "speckled", SPECKLED);

    /** A zoom to a tenth takes a hundred samples a pixel, two of them ten thousand. */
    private static final int MOST_ZOOMS = 2;

    private final RandomGenerator random;
    private final int width;
    private final int height;
    private int zooms;

    /** For images of that many pixels. */
    RandomPolicies(long seed, int width, int height) {
        this.random = new Seed(seed).derive("policy").generator();
        this.width = width;
        this.height = height;
    }

    AugmentationPolicy draw() {
        zooms = 0;
        List<Augmentation> augmentations = new ArrayList<>();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            augmentations.add(augmentation());
        }
        AugmentationPolicy policy = new AugmentationPolicy(augmentations);
        return random.nextBoolean() ? policy : policy.withScope(AugmentationPolicy.Scope.RECORDING);
    }

    private Augmentation augmentation() {
        int kind = random.nextInt(14);
        if (kind == 5 && ++zooms > MOST_ZOOMS) {
            kind = 0;
        }
        double[] factors = range(0, 10);
        return switch (kind) {
            case 0 -> new Geometric.Rotation(edge(0, 180));
            case 1 -> new Geometric.HorizontalFlip(edge(0, 1));
            case 2 -> {
                double[] area = range(0.01, 1);
                yield new Geometric.RandomCrop(area[0], area[1], edge(1, 4));
            }
            case 3 ->
                    new Geometric.FixedCrop(1 + random.nextInt(width), 1 + random.nextInt(height));
            case 4 -> new Geometric.Translation(edge(0, 1), edge(0, 1));
            case 5 -> {
                double[] zoom = range(0.1, 10);
                yield new Geometric.Zoom(zoom[0], zoom[1]);
            }
            case 6 -> new Photometric.Brightness(factors[0], factors[1]);
            case 7 -> new Photometric.Contrast(factors[0], factors[1]);
            case 8 -> new Photometric.Saturation(factors[0], factors[1]);
            case 9 -> new Photometric.Grayscale(edge(0, 1));
            case 10 -> {
                double[] sigma = range(0, 128);
                yield new Noise.GaussianNoise(sigma[0], sigma[1]);
            }
            case 11 -> {
                double[] sigma = range(0, random.nextInt(10) == 0 ? 100 : 3);
                yield new Splitting.GaussianBlur(sigma[0], sigma[1]);
            }
            case 12 -> {
                double[] area = range(0, 1);
                yield new Splitting.RandomErasing(edge(0, 1), area[0], area[1], edge(1, 10));
            }
            default -> {
                String name = random.nextBoolean() ? "negative" : "speckled";
                yield new Splitting.Custom(name, FUNCTIONS.get(name));
            }
        };
    }

    /** Mostly between, often one of the bounds. */
    private double edge(double least, double most) {
        return switch (random.nextInt(5)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + (most - least) * random.nextDouble();
        };
    }

    private double[] range(double least, double most) {
        double a = edge(least, most);
        double b = random.nextInt(4) == 0 ? a : edge(least, most);
        return new double[] {Math.min(a, b), Math.max(a, b)};
    }
}
