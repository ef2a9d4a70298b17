package dev.fer4j.toy.plan;

import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.Expression;
import java.util.random.RandomGenerator;

/**
 * The course of an expression over the frames of a recording: onset, apex and offset, with blinks
 * and small movements of head and eyes.
 */
public final class ExpressionTimeline {

    private static final double BLINK_SECONDS = 0.16;

    private final Expression apex;
    private final double framesPerSecond;
    private final double onset;
    private final double decay;
    private final double blink;
    private final double blinkEvery;
    private final double phase;

    /**
     * Creates a time course.
     *
     * @param apex the expression at its strongest
     * @param frames length of the recording
     */
    ExpressionTimeline(Expression apex, int frames, double framesPerSecond, Seed seed) {
        RandomGenerator random = seed.derive("timeline").generator();
        double seconds = frames / framesPerSecond;
        this.apex = apex;
        this.framesPerSecond = framesPerSecond;
        this.onset = Math.min(0.5 * seconds, 0.2 + 0.4 * random.nextDouble());
        this.decay = seconds * (0.65 + 0.3 * random.nextDouble());
        this.blinkEvery = 1.8 + 2.5 * random.nextDouble();
        this.blink = blinkEvery * random.nextDouble();
        this.phase = 2 * Math.PI * random.nextDouble();
    }

    /** The expression of one frame, from 0. */
    public Expression at(int frame) {
        double t = frame / framesPerSecond;
        double strength = 0.5 + 0.5 * ramp(t / onset) - 0.25 * ramp((t - decay) / 0.5);
        Expression rest = InterestModel.WATCHING;
        double eyeOpen = rest.eyeOpen() + strength * (apex.eyeOpen() - rest.eyeOpen());
        double shut = shut(t);
        return new Expression(
                rest.smile() + strength * (apex.smile() - rest.smile()),
                rest.mouthOpen()
                        + strength * (apex.mouthOpen() - rest.mouthOpen())
                        + 0.015 * Math.sin(5 * t + phase),
                rest.brow() + strength * (apex.brow() - rest.brow()),
                eyeOpen + shut * (-1 - eyeOpen),
                apex.gazeX() + 0.03 * Math.sin(2.3 * t + phase),
                apex.gazeY() + 0.02 * Math.sin(3.1 * t + 2 * phase),
                rest.cheekRaise() + strength * (apex.cheekRaise() - rest.cheekRaise()),
                apex.tilt() + 0.015 * Math.sin(1.9 * t + phase),
                apex.turn() + 0.05 * Math.sin(1.3 * t + 3 * phase),
                apex.nod() + 0.06 * Math.sin(1.7 * t + phase),
                apex.lean() + 0.03 * Math.sin(0.9 * t + phase));
    }

    /** How far a blink closes the lids, 0 to 1. */
    private double shut(double t) {
        double since = t - blink - blinkEvery * Math.floor((t - blink) / blinkEvery);
        return since < BLINK_SECONDS ? Math.sin(Math.PI * since / BLINK_SECONDS) : 0;
    }

    /** A smooth ramp from 0 at 0 to 1 at 1. */
    private static double ramp(double x) {
        double c = Math.max(0, Math.min(1, x));
        return c * c * (3 - 2 * c);
    }
}
