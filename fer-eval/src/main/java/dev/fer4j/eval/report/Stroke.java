package dev.fer4j.eval.report;

import java.awt.BasicStroke;

/** The lines that our figures are drawn with. */
enum Stroke {
    SOLID(2.2f, 0, 0),
    DASHED(2.2f, 7, 5),
    DOTTED(1.6f, 2, 4);

    private static final int MANY_POINTS = 60;
    private static final float THIN = 0.6f;

    private final float width;
    private final float dash;
    private final float gap;

    Stroke(float width, float dash, float gap) {
        this.width = width;
        this.dash = dash;
        this.gap = gap;
    }

    /** For a line through so many points: lines through many are thinner, so that they part. */
    BasicStroke through(int points) {
        float used = points > MANY_POINTS ? THIN * width : width;
        return dash == 0
                ? new BasicStroke(used, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(
                        used,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        10,
                        new float[] {dash, gap},
                        0);
    }

    /** For a line that stays strong however many points it has, such as a step curve. */
    BasicStroke plain() {
        return through(1);
    }
}
