package dev.fer4j.benchmarks.gpu;

import static java.util.Objects.requireNonNull;

import dev.fer4j.benchmarks.RatioTable;
import java.util.List;
import java.util.Locale;

/**
 * The report of {@code benchmark gpu}: the content of {@code gpu.json}.
 *
 * @param device what was asked for, such as {@code gpu:0}
 * @param scale the sizes: {@code full} or {@code tiny}
 * @param machine processor cores, system and Java
 * @param stages the outcome of each stage, in the order in which they ran
 */
record GpuReport(String device, String scale, String machine, List<StageResult> stages) {

    GpuReport {
        requireNonNull(device);
        requireNonNull(scale);
        requireNonNull(machine);
        stages = List.copyOf(stages);
    }

    boolean passed() {
        return stages.stream().allMatch(StageResult::passed);
    }

    /** A table of stages, and one of what they found. */
    String toMarkdown() {
        RatioTable outcomes = new RatioTable("stage", "what", "outcome", "s");
        RatioTable findings = new RatioTable("finding", "stage", "value", "limit", "outcome");
        for (StageResult result : stages) {
            outcomes.row(
                    result.stage(),
                    result.title(),
                    result.passed()
                            ? "passed"
                            : result.problem().map(GpuReport::cell).orElse("failed"),
                    format("%.1f", result.seconds()));
            for (GpuFinding one : result.findings()) {
                findings.row(
                        cell(one.name()),
                        result.stage(),
                        cell(value(one)),
                        one.limit().map(GpuReport::number).orElse(""),
                        one.problem()
                                .map(GpuReport::cell)
                                .orElse(one.limit().isPresent() ? "passed" : ""));
            }
        }
        return outcomes.toText() + "\n" + findings.toText();
    }

    /** A finding in a line, for progress. */
    static String line(GpuFinding one) {
        return one.name()
                + ": "
                + (value(one) + one.problem().map(p -> " " + p).orElse("")).strip();
    }

    private static String value(GpuFinding one) {
        return one.value().map(value -> (number(value) + " " + one.unit()).strip()).orElse("")
                + one.text().orElse("");
    }

    /** Whole numbers as they are, others with four digits. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? format("%.0f", value)
                : format("%.4g", value);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
