package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.report.internal.ConditionInk;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one plot of a figure shows: a condition, as a broad line in its colour, and what it is
 * compared with, as a thin dark one. Bands of more than two would lie on each other and turn grey.
 *
 * @param condition not a control
 * @param comparedWith the reference, or a control of the condition; empty if the study has nothing
 *     to compare
 * @param about the one of the two that other panels of the figure do not show
 */
record Panel(Condition condition, Optional<Condition> comparedWith, Condition about) {

    /** One panel for each condition, beside the reference. */
    static List<Panel> of(StudyPlan plan) {
        Condition reference = plan.reference();
        List<Panel> panels =
                plan.withoutControls().stream()
                        .filter(condition -> !condition.equals(reference))
                        .map(condition -> new Panel(condition, Optional.of(reference), condition))
                        .toList();
        return panels.isEmpty()
                ? List.of(new Panel(reference, Optional.empty(), reference))
                : panels;
    }

    /** One panel for the reference and each control of a condition, beside which they stand. */
    static List<Panel> ofControls(StudyPlan plan, Condition condition) {
        List<Condition> others = new ArrayList<>(plan.controlsOf(condition));
        if (!condition.equals(plan.reference())) {
            others.add(0, plan.reference());
        }
        return others.stream()
                .map(other -> new Panel(condition, Optional.of(other), other))
                .toList();
    }

    /** What is compared with first, so that the condition is drawn over it. */
    List<Condition> shown() {
        return comparedWith.map(other -> List.of(other, condition)).orElse(List.of(condition));
    }

    Ink ink(StudyPlan plan, Condition shown) {
        return shown.equals(condition)
                ? ConditionInk.of(plan, condition)
                : ConditionInk.COMPARED_WITH;
    }

    Stroke stroke(Condition shown) {
        return shown.equals(condition) ? Stroke.SOLID : Stroke.THIN;
    }

    String title() {
        return about.equals(condition) ? about.title() : "Against " + about.title();
    }
}
