package dev.fer4j.eval.gap;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.CrossedJackknife;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Finding<Interval> NOT_BY_PERSON =
            Finding.undefined("training results are not recorded by person");

    TwoSides {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** The concatenation of both sides of all parts. */
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
                reason.map(Finding::<Interval>undefined).orElseGet(this::overBoth),
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

    private boolean isKnownByPerson() {
        return Stream.concat(first.stream(), second.stream())
                .allMatch(one -> one.cases().isPresent());
    }

    private Finding<Interval> overPeople() {
        return isKnownByPerson()
                ? addTo(new PooledAuc()).estimate().flatMap(Estimate::differenceInterval)
                : NOT_BY_PERSON;
    }

    private Finding<Interval> overBoth() {
        if (!isKnownByPerson()) {
            return NOT_BY_PERSON;
        }
        // Shared numbering, since all trainings are evaluated on the same people.
        Map<String, Integer> people = new HashMap<>();
        List<ClusteredMetric> ofSeeds = new ArrayList<>();
        for (Seed seed : seeds()) {
            ofSeeds.add(
                    new TwoSides(of(seed, first), of(seed, second)).addTo(new PooledAuc(people)));
        }
        return CrossedJackknife.of(ofSeeds).flatMap(Estimate::differenceInterval);
    }

    private PooledAuc addTo(PooledAuc pooled) {
        first.forEach(one -> pooled.plus(one.cases().orElseThrow(), 1.0 / first.size()));
        second.forEach(one -> pooled.plus(one.cases().orElseThrow(), -1.0 / second.size()));
        return pooled;
    }

    private List<Seed> seeds() {
        return first.stream().map(Scored::seed).distinct().toList();
    }

    private Finding<Interval> overSeeds() {
        List<Seed> seeds = seeds();
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
        return new Estimate(differences.getMean(), error, seeds.size() - 1).differenceInterval();
    }

    private static List<Scored> of(Seed seed, List<Scored> scored) {
        List<Scored> own = new ArrayList<>(scored);
        own.removeIf(one -> !one.seed().equals(seed));
        return own;
    }
}
