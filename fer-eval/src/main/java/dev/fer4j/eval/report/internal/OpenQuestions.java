package dev.fer4j.eval.report.internal;

import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.List;

/** What a study cannot show, whatever its results. */
public final class OpenQuestions {

    private OpenQuestions() {}

    public static List<String> of(StudyPlan plan) {
        List<String> questions = new ArrayList<>();
        questions.add(people(plan));
        if (plan.conditions().size() > 1) {
            questions.add(source(plan));
        }
        questions.add(training(plan));
        questions.add(
                "What the model would do in use: the labels are "
                        + (plan.labels().equals(LabelNames.INTEREST)
                                ? "people's own statements about an advertisement, not what a face"
                                        + " shows"
                                : "what was recorded for these data")
                        + ", and a model that ranks these images better is not thereby fit to judge"
                        + " people.");
        return questions;
    }

    private static String people(StudyPlan plan) {
        String how =
                "How the model would do on people and content beyond those of the test"
                        + " split: each category has its own people and its own prevalence";
        return plan.splits().size() == 1
                ? how
                        + ", and one split was run. All rotations would show whether it depends on"
                        + " that."
                : how + ". The rotations share people, so they are not independent studies.";
    }

    private static String source(StudyPlan plan) {
        return plan.conditions().stream().anyMatch(Condition::isControl)
                ? "Whether the effect of added images is due to their source, or to their people,"
                        + " their labels or the way in which they were taken."
                : "Whether more or other training images, rather than their source, made a"
                        + " difference: no control conditions were run.";
    }

    private static String training(StudyPlan plan) {
        return plan.seeds().size() == 1
                ? "How much results vary between trainings. Each condition was trained once, so"
                        + " this variation is not in the intervals: another seed could reverse a"
                        + " small difference."
                : "How results vary beyond the "
                        + plan.seeds().size()
                        + " seeds that were run. The intervals include the variation between"
                        + " trainings as estimated from these seeds, which is rough if they are"
                        + " few.";
    }
}
