package dev.fer4j.toy.plan;

import dev.fer4j.core.Label;
import dev.fer4j.toy.face.Expression;
import java.util.random.RandomGenerator;

/**
 * How interest shows: seven cues depend on it, each with noise of its own, and resting faces shift
 * six of them. A single cue ranks people by their answers less well than all together do.
 *
 * <p>A participant's answer (yes or no) is a noisy threshold of the latent interest: interest plus
 * noise above zero. Interest has variance 1 − {@value #ANSWER_NOISE} about a mean that gives a
 * category its prevalence, so faces and answers are related in the same way in all categories.
 */
final class InterestModel {

    /** Share of the answer's variance that is not due to interest. */
    static final double ANSWER_NOISE = 0.06;

    /** Vertical gaze towards the screen. */
    static final double SCREEN_Y = 0.12;

    /** The face of someone watching with neither interest nor disinterest. */
    static final Expression WATCHING =
            new Expression(0.14, 0.06, 0, 0, 0, SCREEN_Y, 0.22, 0, 0, 0, 0);

    private InterestModel() {}

    /**
     * The mean interest at which the given share of people answers yes; approximates probit by
     * logit, to within 0.03.
     */
    static double mean(double prevalence) {
        return Math.log(prevalence / (1 - prevalence)) / 1.702;
    }

    /** Draws the latent interest of a person with the given answer. */
    static double interest(double mean, Label answer, RandomGenerator random) {
        double score;
        do {
            score = mean + random.nextGaussian();
        } while (score > 0 != (answer == Label.INTERESTED));
        double known = 1 - ANSWER_NOISE;
        return mean
                + known * (score - mean)
                + Math.sqrt(known * ANSWER_NOISE) * random.nextGaussian();
    }

    /** The expression at its strongest, without the resting face. */
    static Expression apex(double interest, double expressiveness, RandomGenerator random) {
        double strength = interest * expressiveness;
        double away = Math.max(0, 0.40 - 0.77 * strength + 0.62 * random.nextGaussian());
        double where = 2 * Math.PI * random.nextDouble();
        double gazeX = away * Math.cos(where);
        return new Expression(
                WATCHING.smile() + 0.90 * strength + 0.62 * random.nextGaussian(),
                WATCHING.mouthOpen() + 0.34 * strength + 0.34 * random.nextGaussian(),
                0.90 * strength + 0.65 * random.nextGaussian(),
                0.49 * strength + 0.34 * random.nextGaussian(),
                gazeX,
                SCREEN_Y + 0.8 * away * Math.sin(where),
                WATCHING.cheekRaise() + 0.70 * strength + 0.52 * random.nextGaussian(),
                0.07 * random.nextGaussian(),
                0.45 * gazeX + 0.22 * random.nextGaussian(),
                0.25 * random.nextGaussian(),
                1.07 * strength + 0.68 * random.nextGaussian());
    }
}
