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
     * The colour of a condition is given by its index among the plan's conditions that are not
     * controls. Controls of the same kind share one of the next three colours, since a figure shows
     * the controls of one condition only. Seven colours suffice for the four standard conditions
     * and three kinds of controls.
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
