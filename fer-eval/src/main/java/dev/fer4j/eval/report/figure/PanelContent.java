package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import java.util.List;

/** What the panels of a figure have in common. */
interface PanelContent {

    /** What is drawn; the title where a figure has a single plot. */
    String title();

    /** The horizontal axis of all plots of a split. */
    Axis x(CategorySplit split);

    /** The vertical axis of all plots of a split. */
    Axis y(CategorySplit split);

    /** The height between the axes of a plot of some width. */
    int height(int width);

    /** What is drawn, later marks over earlier ones. */
    List<Mark> marks(CategorySplit split, Panel panel);

    /** A condition's numbers, for the key. */
    String numbers(CategorySplit split, Condition condition);

    /** What is the same in all plots. */
    List<LegendEntry> legend();
}
