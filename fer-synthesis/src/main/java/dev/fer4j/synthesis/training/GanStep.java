package dev.fer4j.synthesis.training;

import java.util.Optional;

/**
 * Losses and statistics of one step.
 *
 * @param generatorLoss the non-saturating loss of the generator
 * @param discriminatorLoss the discriminator's loss, without penalties
 * @param r1 the R1 penalty, in the steps that have it
 * @param pathPenalty the path-length penalty, in the steps that have it
 * @param realSigns mean sign of the discriminator's logits of real images; 1 if it classifies all
 *     of them as real
 */
record GanStep(
        double generatorLoss,
        double discriminatorLoss,
        Optional<Double> r1,
        Optional<Double> pathPenalty,
        double realSigns) {}
