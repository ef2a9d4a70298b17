package dev.fer4j.benchmarks.gpu;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of a stage.
 *
 * @param stage its name
 * @param title what it does
 * @param passed whether it came to its end, and everything in it succeeded
 * @param seconds how long it took, with the start of its process
 * @param problem why it did not come to its end, if it did not
 * @param findings in their order, up to that point
 */
record StageResult(
        String stage,
        String title,
        boolean passed,
        double seconds,
        Optional<String> problem,
        List<GpuFinding> findings) {

    StageResult {
        requireNonNull(stage);
        requireNonNull(title);
        requireNonNull(problem);
        findings = List.copyOf(findings);
    }

    static StageResult of(
            Stage stage, double seconds, Optional<String> problem, List<GpuFinding> findings) {
        return new StageResult(
                stage.id(),
                stage.title(),
                problem.isEmpty() && findings.stream().allMatch(one -> one.problem().isEmpty()),
                seconds,
                problem,
                findings);
    }
}
