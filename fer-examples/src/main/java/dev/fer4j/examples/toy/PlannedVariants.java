package dev.fer4j.examples.toy;

import dev.fer4j.core.Gender;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The synthetic images of one recording before they are drawn: expression, head pose, resting face
 * and framing of one of its frames; appearance, background and light of somebody else. So a
 * generator works that keeps the early layers and varies the late ones (paper, section 3).
 *
 * @param parent the recording
 * @param parentFrame which frame of it, from 0
 * @param variants at least one
 */
record PlannedVariants(PlannedRecording parent, int parentFrame, List<Variant> variants) {

    private static final int SAMPLED_FRAMES = 10;

    /** One image. */
    record Variant(Identity identity, Scene scene, Seed seed) {}

    static PlannedVariants of(PlannedRecording parent, Seed root, int count) {
        Seed seed = root.derive("synthetic " + parent.id());
        RandomGenerator random = seed.generator();
        // One of the ten frames that the paper samples, so that the parent is a sample too.
        int frame = random.nextInt(SAMPLED_FRAMES) * parent.frames() / SAMPLED_FRAMES;
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Seed own = seed.derive("variant", i);
            Gender gender = random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
            variants.add(
                    new Variant(
                            Identity.random(gender, own)
                                    .with(parent.participant().identity().resting()),
                            new SceneSampler(own).anywhere().with(parent.scene().framing()),
                            own));
        }
        return new PlannedVariants(parent, frame, List.copyOf(variants));
    }

    /** What the parent's face does in that frame. */
    Expression expression() {
        return parent.timeline().at(parentFrame);
    }

    /** Name of a variant's file, relative to the source's folder. */
    String file(int variant) {
        return parent.id() + "/" + variant + ".png";
    }
}
