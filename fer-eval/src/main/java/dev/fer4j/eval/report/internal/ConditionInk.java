package dev.fer4j.eval.report.internal;

import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives conditions their colours, the same in all figures of a study. What a condition is compared
 * with has the colour of text: it stays apart from every colour, for colour-blind readers and in
 * print, and a band in a colour is still seen over a grey one.
 */
public final class ConditionInk {

    /** What conditions are compared with: the reference, or a control. */
    public static final Ink COMPARED_WITH = Ink.SERIES_7;

    private static final int COLOURS = 6;

    private ConditionInk() {}

    /**
     * A condition's colour, by its index among those that are neither the reference nor controls;
     * six colours repeat, since a plot shows only one of them. A reference without any condition to
     * compare has the first.
     *
     * @param condition no control
     */
    public static Ink of(StudyPlan plan, Condition condition) {
        List<Condition> others = new ArrayList<>(plan.withoutControls());
        others.remove(plan.reference());
        return Ink.series(Math.max(0, others.indexOf(condition)) % COLOURS);
    }
}
