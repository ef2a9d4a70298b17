package dev.fer4j.synthesis.training;

import java.util.Optional;

/**
 * Sums over the steps since the last row of the history; part of a training's state.
 *
 * @param generatorLoss sum over steps
 * @param discriminatorLoss sum over steps
 * @param r1 sum over the steps that had it
 * @param r1Steps number of these steps
 * @param pathPenalty sum over the steps that had it
 * @param pathSteps number of these steps
 * @param realSigns sum over steps
 */
record RowMeans(
        long steps,
        double generatorLoss,
        double discriminatorLoss,
        double r1,
        long r1Steps,
        double pathPenalty,
        long pathSteps,
        double realSigns) {

    static final RowMeans EMPTY = new RowMeans(0, 0, 0, 0, 0, 0, 0, 0);

    RowMeans with(GanStep step) {
        return new RowMeans(
                steps + 1,
                generatorLoss + step.generatorLoss(),
                discriminatorLoss + step.discriminatorLoss(),
                r1 + step.r1().orElse(0.0),
                r1Steps + (step.r1().isPresent() ? 1 : 0),
                pathPenalty + step.pathPenalty().orElse(0.0),
                pathSteps + (step.pathPenalty().isPresent() ? 1 : 0),
                realSigns + step.realSigns());
    }

    GanHistory.Row row(
            long images, double pathLength, double augmentation, Optional<Double> distance) {
        return new GanHistory.Row(
                images,
                generatorLoss / steps,
                discriminatorLoss / steps,
                r1Steps == 0 ? Optional.empty() : Optional.of(r1 / r1Steps),
                pathSteps == 0 ? Optional.empty() : Optional.of(pathPenalty / pathSteps),
                pathLength,
                realSigns / steps,
                augmentation,
                distance);
    }
}
