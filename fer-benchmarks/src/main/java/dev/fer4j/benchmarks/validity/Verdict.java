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
record Verdict(boolean rejects, Optional<Interval> interval) {

    /** What can be computed rejects by its interval; what cannot does not reject. */
    static Verdict of(Finding<Interval> interval) {
        return new Verdict(
                interval.result().filter(found -> !found.contains(0)).isPresent(),
                interval.result());
    }

    static Verdict of(Estimate estimate) {
        return new Verdict(
                estimate.test().map(Significance::p).result().filter(p -> p <= 0.05).isPresent(),
                estimate.interval(Interval.DEFAULT_LEVEL).result());
    }

    static Verdict ofP(Finding<Double> p) {
        return new Verdict(p.result().filter(found -> found <= 0.05).isPresent(), Optional.empty());
    }
}
