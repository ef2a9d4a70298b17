package dev.fer4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DashesTest {

    @Test
    void closePointsHaveGapsToo() {
        List<PlotPoint> line =
                IntStream.rangeClosed(0, 1200).mapToObj(i -> new PlotPoint(i, 0)).toList();

        List<PlotPoint> cut = Dashes.cut(line, 1, 1);

        double drawn = 0;
        for (int i = 1; i < cut.size(); i++) {
            double length = cut.get(i).x() - cut.get(i - 1).x();
            if (!Double.isNaN(cut.get(i).y()) && !Double.isNaN(cut.get(i - 1).y())) {
                drawn += length;
            }
        }
        assertThat(drawn).isCloseTo(1200 * 7 / 12.0, within(7.0));
        assertThat(cut.stream().filter(p -> Double.isNaN(p.y()))).hasSize(100);
    }

    @Test
    void lengthsAreInPixels() {
        List<PlotPoint> line = List.of(new PlotPoint(0, 0), new PlotPoint(0, 0.24));

        List<PlotPoint> cut = Dashes.cut(line, 1, 100);

        assertThat(cut.get(1).y()).isCloseTo(0.07, within(1e-12));
        assertThat(cut.get(2).y()).isNaN();
        assertThat(cut.get(3).y()).isCloseTo(0.12, within(1e-12));
        assertThat(cut.get(4).y()).isCloseTo(0.19, within(1e-12));
    }

    @Test
    void interruptionsStay() {
        List<PlotPoint> line =
                List.of(new PlotPoint(0, 1), new PlotPoint(1, Double.NaN), new PlotPoint(2, 1));

        assertThat(Dashes.cut(line, 1, 1)).isEqualTo(line);
    }
}
