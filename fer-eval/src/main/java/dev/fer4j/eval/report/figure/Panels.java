package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The plots of a figure: for each category split one for each panel, on the same axes. Each has its
 * own key, so that numbers stand beside the lines that they belong to.
 *
 * @param panels at least one
 */
record Panels(StudyPlan plan, List<Panel> panels) {

    Panels {
        panels = List.copyOf(panels);
    }

    Figure figure(String name, String caption, PanelContent content) {
        List<Plot> plots = new ArrayList<>();
        for (CategorySplit split : plan.splits()) {
            for (Panel panel : panels) {
                plots.add(plot(split, panel, content));
            }
        }
        return new Figure(name, caption, plots, isSingle() ? List.of() : content.legend());
    }

    /** All conditions that occur in a panel. */
    List<Condition> shown() {
        return panels.stream().flatMap(panel -> panel.shown().stream()).distinct().toList();
    }

    private boolean isSingle() {
        return panels.size() * plan.splits().size() == 1;
    }

    private Plot plot(CategorySplit split, Panel panel, PanelContent content) {
        List<LegendEntry> key = new ArrayList<>();
        for (Condition shown : panel.shown()) {
            boolean named = panels.size() > 1 && shown.equals(panel.about());
            String label = (named ? "" : shown.title() + ": ") + content.numbers(split, shown);
            key.add(0, new LegendEntry(label, panel.ink(plan, shown), panel.stroke(shown)));
        }
        if (isSingle()) {
            key.addAll(content.legend());
        }
        int width = isSingle() ? Plot.WIDTH : Plot.PANEL_WIDTH;
        return new Plot(
                title(split, panel, content),
                key,
                content.x(split),
                content.y(split),
                width,
                content.height(width),
                content.marks(split, panel));
    }

    private String title(CategorySplit split, Panel panel, PanelContent content) {
        String what = panels.size() == 1 ? content.title() : panel.title();
        return plan.splits().size() == 1 ? what : what + ", " + SplitName.inShort(split);
    }
}
