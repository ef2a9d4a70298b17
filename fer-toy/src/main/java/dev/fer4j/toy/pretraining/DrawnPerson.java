package dev.fer4j.toy.pretraining;

import dev.fer4j.core.Gender;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.toy.face.Expression;
import dev.fer4j.toy.face.FaceRenderer;
import dev.fer4j.toy.face.Identity;
import dev.fer4j.toy.face.Scene;
import dev.fer4j.toy.face.SceneSampler;
import java.util.random.RandomGenerator;

/**
 * One person of the pretraining set, drawn once.
 *
 * <p>Half of them are in laboratories, half anywhere. All that moves in a face is drawn uniformly
 * and independently, so that no part of an expression tells another one.
 *
 * @param identity the looks
 * @param scene the setting
 * @param expression random
 * @param seed of the camera's noise
 */
record DrawnPerson(Identity identity, Scene scene, Expression expression, Seed seed) {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    /**
     * Samples a person.
     *
     * @param root the seed of the pretraining set; corpora derive their people differently, so that
     *     nobody is in both, whatever the seeds
     * @param number number of the person
     */
    static DrawnPerson sample(Seed root, int number) {
        Seed seed = root.derive("pretraining person", number);
        RandomGenerator random = seed.generator();
        Gender gender = random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
        SceneSampler scenes = new SceneSampler(seed);
        Scene scene =
                random.nextBoolean()
                        ? new SceneSampler(seed.derive("sitting")).sitting(scenes.laboratory())
                        : scenes.anywhere();
        return new DrawnPerson(
                Identity.random(gender, seed), scene, expression(random), seed.derive("camera"));
    }

    private static Expression expression(RandomGenerator random) {
        return new Expression(
                between(-0.6, 0.9, random),
                between(-0.2, 0.5, random),
                between(-0.7, 0.7, random),
                between(-0.4, 0.4, random),
                between(-0.8, 0.8, random),
                between(-0.6, 0.8, random),
                between(-0.3, 0.8, random),
                between(-0.2, 0.2, random),
                between(-0.8, 0.8, random),
                between(-0.7, 0.7, random),
                between(-0.8, 0.8, random));
    }

    private static double between(double low, double high, RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }

    /** Draws the person, and stretches the picture to a square as training does by default. */
    RgbImage draw(int size) {
        RgbImage picture =
                new FaceRenderer(scene, WIDTH, HEIGHT)
                        .render(identity, expression, seed.generator());
        return ImageFiles.resize(picture, size, size);
    }
}
