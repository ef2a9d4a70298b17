package dev.fer4j.eval.gap;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Jackknife;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The AUCs that a gap compares.
 *
 * @param first at least one
 * @param second at least one, with the same seeds
 */
record TwoSides(List<Scored> first, List<Scored> second) {

    TwoSides {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** Everything of both. */
    static TwoSides of(List<TwoSides> parts) {
        return new TwoSides(
                parts.stream().flatMap(part -> part.first().stream()).toList(),
                parts.stream().flatMap(part -> part.second().stream()).toList());
    }

    GapEstimate estimate(Gap gap, String condition, String scope, int trainings) {
        Outcome one = mean(first);
        Outcome other = mean(second);
        Outcome difference = difference(one, other);
        Optional<String> reason = difference.undefinedBecause();
        return new GapEstimate(
                gap,
                condition,
                scope,
                trainings,
                one,
                other,
                difference,
                reason.map(Finding::<Interval>undefined).orElseGet(this::overPeople),
                reason.map(Finding::<Interval>undefined).orElseGet(this::overSeeds));
    }

    private static Outcome difference(Outcome first, Outcome second) {
        return first.undefinedBecause()
                .or(second::undefinedBecause)
                .map(Outcome::undefined)
                .orElseGet(
                        () ->
                                Outcome.of(
                                        first.value().orElseThrow()
                                                - second.value().orElseThrow()));
    }

    private static Outcome mean(List<Scored> scored) {
        double sum = 0;
        for (Scored one : scored) {
            Optional<Double> value = one.auc().value();
            if (value.isEmpty()) {
                return one.auc();
            }
            sum += value.get();
        }
        return Outcome.of(sum / scored.size());
    }

    private Finding<Interval> overPeople() {
        if (Stream.concat(first.stream(), second.stream()).anyMatch(s -> s.cases().isEmpty())) {
            return Finding.undefined("training images are not recorded by person");
        }
        PooledAuc pooled = new PooledAuc();
        first.forEach(one -> pooled.plus(one.cases().orElseThrow(), 1.0 / first.size()));
        second.forEach(one -> pooled.plus(one.cases().orElseThrow(), -1.0 / second.size()));
        return Jackknife.of(pooled)
                .map(Jackknife::estimate)
                .flatMap(estimate -> estimate.interval(Interval.DEFAULT_LEVEL))
                .map(interval -> interval.clampedTo(-1, 1));
    }

    private Finding<Interval> overSeeds() {
        List<Seed> seeds = first.stream().map(Scored::seed).distinct().toList();
        if (seeds.size() < 2) {
            return Finding.undefined("needs at least two training seeds; there is one");
        }
        SummaryStatistics differences = new SummaryStatistics();
        for (Seed seed : seeds) {
            Outcome difference = difference(mean(of(seed, first)), mean(of(seed, second)));
            if (difference.value().isEmpty()) {
                return Finding.undefined(difference.undefinedBecause().orElseThrow());
            }
            differences.addValue(difference.value().get());
        }
        double error = differences.getStandardDeviation() / Math.sqrt(seeds.size());
        return new Estimate(differences.getMean(), error, seeds.size() - 1)
                .interval(Interval.DEFAULT_LEVEL)
                .map(interval -> interval.clampedTo(-1, 1));
    }

    private static List<Scored> of(Seed seed, List<Scored> scored) {
        List<Scored> own = new ArrayList<>(scored);
        own.removeIf(one -> !one.seed().equals(seed));
        return own;
    }
}
