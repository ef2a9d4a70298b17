package dev.fer4j.benchmarks.validity;

import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Significance;
import java.util.Optional;

/**
 * What a procedure says of one study.
 *
 * @param rejects whether it calls the two models different, at 5 %
 * @param interval of the difference, at 95 %; empty if it has none
 */
record ValidityVerdict(boolean rejects, Optional<Interval> interval) {

    /** What can be computed rejects by its interval; what cannot does not reject. */
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
