package dev.fer4j.examples;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.scored.ScoreComparison;
import dev.fer4j.eval.scored.ScoredCases;
import dev.fer4j.eval.scored.ScoredCasesCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares classifiers with the first one, on the same cases. */
public final class CompareClassifiers {

    private CompareClassifiers() {}

    /** Arguments: CSV files with columns label and score; without any, made-up scores. */
    public static void main(String[] arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            files.add(Path.of(argument));
        }
        if (files.isEmpty()) {
            files.add(ExampleInputs.scores("reference", 0.5));
            files.add(ExampleInputs.scores("better", 1));
        }
        for (ScoreComparison.Difference one : compare(files).differences()) {
            System.out.println(one.name() + ", " + one.metric().title());
            System.out.println("  difference " + one.difference().toJson());
            System.out.println("  p, corrected by Holm: " + one.p().adjusted().format(4));
        }
    }

    /** Differences of ROC AUC and average precision, with intervals and tests over people. */
    public static ScoreComparison compare(List<Path> files) throws IOException {
        List<ScoredCases> classifiers = new ArrayList<>();
        for (Path file : files) {
            classifiers.add(ScoredCasesCsv.read(file));
        }
        return ScoreComparison.of(classifiers, new Seed(1));
    }
}
