package dev.fer4j.examples;

import dev.fer4j.eval.calibration.Binning;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.report.figure.Figures;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.scored.ScoredCases;
import dev.fer4j.eval.scored.ScoredCasesCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws ROC, precision-recall and calibration curves as SVG for papers and PNG for slides. */
public final class DrawCurves {

    private DrawCurves() {}

    /** Arguments: CSV with columns label and score, a probability; without any, made-up scores. */
    public static void main(String[] arguments) throws IOException {
        Path csv = arguments.length > 0 ? Path.of(arguments[0]) : ExampleInputs.scores("mine", 0.5);
        Path out = ExampleInputs.folder("figures");
        draw(csv, out).forEach(figure -> System.out.println(out.resolve(figure.name() + ".svg")));
    }

    /** Writes each figure in both formats. */
    public static List<Figure> draw(Path csv, Path out) throws IOException {
        ScoredCases cases = ScoredCasesCsv.read(csv);
        boolean[] positives = cases.positives();
        double[] scores = cases.scores();
        List<Figure> figures =
                List.of(
                        Figures.roc("mine", RocCurve.of(positives, scores)),
                        Figures.pr("mine", PrecisionRecallCurve.of(positives, scores)),
                        Figures.calibration(
                                "mine",
                                ReliabilityCurve.of(cases.asPredictions(), Binning.defaults())));
        for (Figure figure : figures) {
            figure.writeSvg(out.resolve(figure.name() + ".svg"));
            figure.writePng(out.resolve(figure.name() + ".png"));
        }
        return figures;
    }
}
