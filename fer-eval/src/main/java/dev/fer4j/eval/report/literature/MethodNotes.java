package dev.fer4j.eval.report.literature;

import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.study.StudyResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Explains how the numbers of a study are computed. */
public final class MethodNotes {

    private MethodNotes() {}

    public static List<String> texts(StudyResult study) {
        LabelNames labels = study.plan().labels();
        String units =
                Arrays.stream(EvaluationUnit.values())
                        .map(unit -> unit.id() + ": " + unit.rule() + ".")
                        .collect(Collectors.joining(" ", "Units. ", ""));
        return List.of(
                "Positive class. "
                        + labels.positive()
                        + ": every probability, precision and recall refers to it."
                        + (labels.equals(LabelNames.INTEREST)
                                ? " The paper does not name its positive class."
                                : ""),
                "Area under the precision-recall curve. Two estimators are shown: average"
                    + " precision, which sums precision over the steps of recall, and the"
                    + " trapezoid, which joins the points by straight lines and is too high if few"
                    + " scores differ. The paper does not say which it used. A no-skill model, one"
                    + " that knows nothing, reaches the prevalence, so the area cannot be"
                    + " interpreted without it, and areas at different prevalences cannot be"
                    + " compared.",
                "Area under the ROC curve. The probability that a positive image gets a higher"
                        + " score than a negative one, ties counting half. Its direction is fixed:"
                        + " worse than chance is below 0.5.",
                units
                        + " Images of one recording share a label and a face, so they carry far"
                        + " less information than as many recordings or people.",
                "Intervals and tests. Each test participant is left out once, with all images, and"
                    + " the spread of the results gives the standard error (jackknife, Student's t"
                    + " with one degree of freedom fewer than participants). With several training"
                    + " seeds, the spread between them is included. With twenty participants its"
                    + " coverage and rejection rates are nominal, whereas bootstrap percentiles and"
                    + " DeLong's test reject too often.",
                "Test split. " + study.testStatement() + " Nothing was chosen on it.");
    }
}
