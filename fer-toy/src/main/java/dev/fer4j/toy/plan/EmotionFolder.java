package dev.fer4j.toy.plan;

import dev.fer4j.toy.face.Expression;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Names the folder into which an annotator might put a recording: loosely related to the
 * expression, and not to the label.
 */
final class EmotionFolder {

    private static final List<String> NAMES = List.of("J", "N", "SU", "SA", "A", "D", "F");

    private EmotionFolder() {}

    static String of(Expression shown, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return NAMES.get(random.nextInt(NAMES.size()));
        }
        if (shown.brow() > 0.25 && shown.mouthOpen() > 0.1) {
            return "SU";
        }
        if (shown.smile() > 0.3) {
            return "J";
        }
        if (shown.brow() < -0.35) {
            return random.nextBoolean() ? "A" : "D";
        }
        return shown.smile() < -0.25 ? "SA" : "N";
    }
}
