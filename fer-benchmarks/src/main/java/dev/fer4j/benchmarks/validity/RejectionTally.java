package dev.fer4j.benchmarks.validity;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.Interval;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The results of procedures in many simulated studies of one model.
 *
 * @param studies number of studies
 * @param comparisons comparisons of the second model with the first, by procedure
 * @param intervals intervals of the first model's AUC, by procedure
 * @param anyHolm number of studies in which fer4j's default found any difference after Holm's
 *     correction
 */
record RejectionTally(
        int studies,
        Map<Procedure, Rate> comparisons,
        Map<SingleProcedure, Rate> intervals,
        int anyHolm) {

    /**
     * The results of one procedure.
     *
     * @param studies number of studies
     * @param rejected number of studies in which it rejected the null hypothesis
     * @param intervals number of studies in which it gave an interval
     * @param covered number of those whose interval contained the true value
     * @param width mean width of its intervals
     */
    record Rate(int studies, int rejected, int intervals, int covered, double width) {

        static Rate of(Collection<ValidityVerdict> verdicts, double truth) {
            List<Interval> intervals =
                    verdicts.stream()
                            .map(ValidityVerdict::interval)
                            .flatMap(Optional::stream)
                            .toList();
            return new Rate(
                    verdicts.size(),
                    (int) verdicts.stream().filter(ValidityVerdict::rejects).count(),
                    intervals.size(),
                    (int) intervals.stream().filter(i -> i.contains(truth)).count(),
                    intervals.stream().mapToDouble(i -> i.upper() - i.lower()).average().orElse(0));
        }

        /** The rejection rate, in per cent of all studies. */
        String rejection() {
            return percent(rejected, studies);
        }

        /** The coverage, in per cent of the studies with an interval. */
        String coverage() {
            return intervals == 0 ? "–" : percent(covered, intervals);
        }

        String meanWidth() {
            return intervals == 0 ? "–" : String.format(Locale.ROOT, "%.3f", width);
        }
    }

    static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    private record Study(
            Map<Procedure, ValidityVerdict> comparisons,
            Map<SingleProcedure, Optional<Interval>> intervals,
            boolean anyHolm) {}

    /**
     * Simulates studies on all processor cores and applies the procedures.
     *
     * @param model model of the studies
     * @param seed seed of all studies; the result does not depend on the number of cores
     */
    static RejectionTally of(
            StudyModel model,
            int studies,
            Collection<Procedure> procedures,
            Collection<SingleProcedure> singleProcedures,
            Seed seed) {
        StudySimulator simulator = new StudySimulator(model);
        List<Study> judged =
                IntStream.range(0, studies)
                        .parallel()
                        .mapToObj(
                                i ->
                                        judge(
                                                SimulatedStudies.of(
                                                        simulator.draw(seed.derive("study", i)),
                                                        seed.derive("procedures", i)),
                                                procedures,
                                                singleProcedures))
                        .toList();
        double auc = model.effects().get(0).auc();
        double difference = model.effects().get(1).auc() - auc;
        Map<Procedure, Rate> comparisons = new EnumMap<>(Procedure.class);
        for (Procedure procedure : procedures) {
            comparisons.put(
                    procedure,
                    Rate.of(
                            judged.stream().map(s -> s.comparisons().get(procedure)).toList(),
                            difference));
        }
        Map<SingleProcedure, Rate> intervals = new EnumMap<>(SingleProcedure.class);
        for (SingleProcedure procedure : singleProcedures) {
            intervals.put(
                    procedure,
                    Rate.of(
                            judged.stream()
                                    .map(
                                            s ->
                                                    new ValidityVerdict(
                                                            false, s.intervals().get(procedure)))
                                    .toList(),
                            auc));
        }
        return new RejectionTally(
                studies,
                comparisons,
                intervals,
                (int) judged.stream().filter(Study::anyHolm).count());
    }

    private static Study judge(
            SimulatedStudies study,
            Collection<Procedure> procedures,
            Collection<SingleProcedure> singleProcedures) {
        Map<Procedure, ValidityVerdict> comparisons = new EnumMap<>(Procedure.class);
        procedures.forEach(procedure -> comparisons.put(procedure, procedure.of(study)));
        Map<SingleProcedure, Optional<Interval>> intervals = new EnumMap<>(SingleProcedure.class);
        singleProcedures.forEach(p -> intervals.put(p, p.of(study).result()));
        boolean anyHolm =
                study.inference().comparisons().stream()
                        .anyMatch(c -> c.adjustedP().value().filter(p -> p <= 0.05).isPresent());
        return new Study(comparisons, intervals, anyHolm);
    }
}
