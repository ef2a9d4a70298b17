package dev.fer4j.eval.report.figure;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Figures of curves of arbitrary classifiers, in the style of a study's ({@link StudyFigures}).
 * Curves are drawn and listed in the iteration order of the map, so use a map with a defined order,
 * such as a {@code LinkedHashMap}; colours repeat after seven.
 *
 * <pre>{@code
 * Figures.roc("mine", RocCurve.of(positives, scores)).writeSvg(Path.of("roc.svg"));
 * }</pre>
 */
public final class Figures {

    private Figures() {}

    /** One classifier's ROC curve; see {@link #roc(Map)}. */
    public static Figure roc(String name, RocCurve curve) {
        return roc(Map.of(name, curve));
    }

    /**
     * ROC curves, with the area under each and the diagonal of a no-skill model.
     *
     * @param curves by the classifier's name, at least one; a curve that is undefined, because all
     *     cases are of one class, appears in the key only
     */
    public static Figure roc(Map<String, RocCurve> curves) {
        return skill(
                "roc",
                "True and false positive rates. A no-skill model runs along the diagonal.",
                SkillCurve.Kind.ROC,
                Maps.transformValues(curves, SkillCurve::of));
    }

    /** One classifier's precision-recall curve; see {@link #pr(Map)}. */
    public static Figure pr(String name, PrecisionRecallCurve curve) {
        return pr(Map.of(name, curve));
    }

    /**
     * Precision-recall curves in steps, with the average precision of each and the prevalence.
     *
     * @param curves by the classifier's name, at least one; a curve that is undefined, because no
     *     case is positive, appears in the key only
     */
    public static Figure pr(Map<String, PrecisionRecallCurve> curves) {
        return skill(
                "pr",
                "Precision and recall, in steps: the area below a line is its average precision. A"
                        + " no-skill model runs along the dotted line, at the prevalence.",
                SkillCurve.Kind.PRECISION_RECALL,
                Maps.transformValues(curves, SkillCurve::of));
    }

    private static Figure skill(
            String figure, String caption, SkillCurve.Kind kind, Map<String, SkillCurve> drawn) {
        Map<String, SkillCurve> curves = ImmutableMap.copyOf(drawn);
        checkAny(curves);
        List<Double> prevalences =
                curves.values().stream()
                        .flatMap(curve -> curve.prevalence().value().stream())
                        .distinct()
                        .toList();
        List<Mark> marks = new ArrayList<>(kind.noSkill(prevalences));
        List<LegendEntry> legend = new ArrayList<>();
        curves.forEach(
                (name, curve) -> {
                    Ink ink = Ink.series(legend.size());
                    curve.line(ink, Stroke.SOLID).ifPresent(marks::add);
                    String label = name + ": " + kind.area() + " " + curve.area().format(3);
                    legend.add(new LegendEntry(label, ink, Stroke.SOLID));
                });
        legend.add(kind.noSkillEntry(prevalences, "curve's cases"));
        return new Figure(
                figure,
                caption,
                List.of(
                        new Plot(
                                kind.title(),
                                legend,
                                kind.x(),
                                kind.y(),
                                Plot.WIDTH,
                                Plot.square(Plot.WIDTH),
                                marks)),
                List.of());
    }

    /** One classifier's reliability curve; see {@link #calibration(Map)}. */
    public static Figure calibration(String name, ReliabilityCurve curve) {
        return calibration(Map.of(name, curve));
    }

    /**
     * Reliability curves, with the expected calibration error of each and the diagonal of a
     * calibrated model.
     *
     * @param curves by the classifier's name, at least one
     */
    public static Figure calibration(Map<String, ReliabilityCurve> curves) {
        checkAny(curves);
        List<Mark> marks = new ArrayList<>(List.of(ReliabilityCurves.DIAGONAL));
        List<LegendEntry> legend = new ArrayList<>();
        curves.forEach(
                (name, curve) -> {
                    Ink ink = Ink.series(legend.size());
                    marks.addAll(ReliabilityCurves.marks(curve, ink));
                    String error = curve.expectedCalibrationError().format(3);
                    legend.add(
                            new LegendEntry(
                                    "%s: expected calibration error %s, %s"
                                            .formatted(name, error, curve.binning().title()),
                                    ink,
                                    Stroke.SOLID));
                });
        legend.add(ReliabilityCurves.CALIBRATED);
        return new Figure(
                "calibration",
                "Share of positive cases by the predicted probability"
                        + ReliabilityCurves.reading("cases"),
                List.of(
                        new Plot(
                                "Reliability",
                                legend,
                                Axis.ofShare("Predicted probability"),
                                Axis.ofShare("Share of positive cases"),
                                Plot.WIDTH,
                                Plot.square(Plot.WIDTH),
                                marks)),
                List.of());
    }

    private static void checkAny(Map<String, ?> curves) {
        checkArgument(!curves.isEmpty(), "a figure needs a curve");
    }
}
