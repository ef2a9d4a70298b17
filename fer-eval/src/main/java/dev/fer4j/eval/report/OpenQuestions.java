package dev.fer4j.eval.report;

import dev.fer4j.core.Condition;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.List;

/** What a study cannot say, however its numbers come out. */
final class OpenQuestions {

    private OpenQuestions() {}

    static List<String> of(StudyPlan plan) {
        List<String> questions = new ArrayList<>();
        questions.add(people(plan));
        if (plan.conditions().size() > 1) {
            questions.add(source(plan));
        }
        questions.add(training(plan));
        questions.add(
                "What would come of it in use: the labels say what people told of an advertisement,"
                    + " not what a face shows, and a model that ranks these images better is not"
                    + " thereby fit to judge people.");
        return questions;
    }

    private static String people(StudyPlan plan) {
        String how =
                "How new people and advertisements beyond those of the test split would come out:"
                        + " each category comes with its own people and its own share of"
                        + " interested ones";
        return plan.splits().size() == 1
                ? how
                        + ", and one split was run. All rotations would show whether it depends on"
                        + " that."
                : how + ". The rotations share people, so they are not as many studies.";
    }

    private static String source(StudyPlan plan) {
        return plan.conditions().stream().anyMatch(Condition::isControl)
                ? "Whether it is their source that makes added images differ from those that were"
                        + " there, or their people, their labels or the way in which they were"
                        + " taken."
                : "Whether more or other training images, rather than their source, made a"
                        + " difference: no control conditions were run.";
    }

    private static String training(StudyPlan plan) {
        return plan.seeds().size() == 1
                ? "How much is the chance of training. Each condition was trained once, so that"
                        + " chance is not in the intervals: another seed could turn a small"
                        + " difference round."
                : "How training comes out beyond the "
                        + plan.seeds().size()
                        + " seeds that were run. The chance of training is in the intervals as far"
                        + " as these seeds show it, which with few is roughly.";
    }
}
