package dev.fer4j.eval.report.internal;

import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.study.StudyPlan;
import java.util.List;

/** Gives conditions their colours, the same in all figures of a study. */
public final class ConditionInk {

    private ConditionInk() {}

    /**
     * By the condition's place among those of the plan that are no controls. Controls of one kind
     * have one colour, one of the next three, since a figure shows those of one condition. Seven
     * are enough for the four standard conditions and three kinds of controls.
     */
    public static Ink of(StudyPlan plan, Condition condition) {
        List<Condition> others = plan.withoutControls();
        List<Control.Means> means = List.of(Control.Means.values());
        return condition
                .mix()
                .control()
                .map(control -> Ink.series(others.size() + means.indexOf(control.means())))
                .orElseGet(() -> Ink.series(others.indexOf(condition)));
    }
}
