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
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One picture of a person of the pretraining set.
 *
 * <p>Half of the people are in laboratories, half anywhere. All that moves in a face is drawn
 * uniformly and independently, so that no part of an expression tells another one.
 *
 * @param identity the looks
 * @param scene the setting
 * @param expression random
 * @param seed of the camera's noise
 */
record DrawnPerson(Identity identity, Scene scene, Expression expression, Seed seed) {

    // Less than the corpus's frames have, and more than the network sees.
    private static final int WIDTH = 192;
    private static final int HEIGHT = 144;

    /**
     * Samples pictures of a person.
     *
     * @param root the seed of the pretraining set; corpora derive their people differently, so that
     *     nobody is in both, whatever the seeds
     * @param number number of the person
     * @param pictures how many
     */
    static List<DrawnPerson> sample(Seed root, int number, int pictures) {
        Seed seed = root.derive("pretraining person", number);
        RandomGenerator random = seed.generator();
        Gender gender = random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
        Identity identity = Identity.random(gender, seed);
        SceneSampler scenes = new SceneSampler(seed);
        Scene scene =
                random.nextBoolean()
                        ? new SceneSampler(seed.derive("sitting")).sitting(scenes.laboratory())
                        : scenes.anywhere();
        List<DrawnPerson> all = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            all.add(new DrawnPerson(identity, scene, expression(random), seed.derive("camera", i)));
        }
        return all;
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

    /** Returns a renderer of the scene, for all pictures of the person. */
    FaceRenderer renderer() {
        return new FaceRenderer(scene, WIDTH, HEIGHT);
    }

    /** Draws the picture, and stretches it to a square as training does by default. */
    RgbImage draw(FaceRenderer renderer, int size) {
        return ImageFiles.resize(
                renderer.render(identity, expression, seed.generator()), size, size);
    }
}
