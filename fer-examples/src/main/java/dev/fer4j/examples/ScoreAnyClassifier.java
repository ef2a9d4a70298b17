package dev.fer4j.examples;

import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.scored.Scorecard;
import dev.fer4j.eval.scored.ScoredCasesCsv;
import java.io.IOException;
import java.nio.file.Path;

/** Evaluates the scores of any classifier, with intervals over people. */
public final class ScoreAnyClassifier {

    private ScoreAnyClassifier() {}

    /** Arguments: CSV with columns label and score; without any, made-up scores. */
    public static void main(String[] arguments) throws IOException {
        Path csv = arguments.length > 0 ? Path.of(arguments[0]) : ExampleInputs.scores("mine", 0.5);
        Scorecard card = score(csv);
        System.out.println(card.n() + " cases of " + card.independent() + " people");
        card.values().forEach((metric, found) -> print(metric.title(), found.toJson()));
        for (FairnessReport groups : card.groups()) {
            groups.gaps()
                    .forEach(
                            (gap, found) ->
                                    print(groups.column() + ", " + gap, found.value().format(3)));
        }
    }

    /** A threshold other than ½ must not be chosen on these cases. */
    public static Scorecard score(Path csv) throws IOException {
        return Scorecard.of(ScoredCasesCsv.read(csv), Threshold.HALF);
    }

    private static void print(String name, Object value) {
        System.out.println(name + ": " + value);
    }
}
