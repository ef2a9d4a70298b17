package dev.fer4j.benchmarks.validity;

import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Significance;
import java.util.Optional;

/**
 * The result of a procedure for one study.
 *
 * @param rejects whether it rejects the equality of the two models at the 5 % level
 * @param interval the 95 % interval of the difference; empty if the procedure gives none
 */
record ValidityVerdict(boolean rejects, Optional<Interval> interval) {

    /** Rejects if the interval excludes 0; an interval that cannot be computed does not reject. */
    static ValidityVerdict of(Finding<Interval> interval) {
        return new ValidityVerdict(
                interval.result().filter(found -> !found.contains(0)).isPresent(),
                interval.result());
    }

    static ValidityVerdict of(Estimate estimate) {
        return new ValidityVerdict(
                estimate.test().map(Significance::p).result().filter(p -> p <= 0.05).isPresent(),
                estimate.interval(Interval.DEFAULT_LEVEL).result());
    }

    static ValidityVerdict ofP(Finding<Double> p) {
        return new ValidityVerdict(
                p.result().filter(found -> found <= 0.05).isPresent(), Optional.empty());
    }
}
