package dev.fer4j.eval.report.section;

import dev.fer4j.core.Label;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.eval.calibration.Binning;
import dev.fer4j.eval.calibration.BrierScore;
import dev.fer4j.eval.calibration.LogLoss;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.calibration.TemperatureFit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.report.figure.StudyFigures;
import dev.fer4j.eval.report.internal.MeanOutcome;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The section on calibration: whether predicted probabilities match observed frequencies. */
public final class CalibrationSection {

    private static final Binning BINNING = UnitMetrics.BINNING;

    private final StudyResult study;
    private final StudyPlan plan;
    private final List<Trained> trained;

    public CalibrationSection(StudyResult study) {
        this.study = study;
        this.plan = study.plan();
        this.trained = Trained.of(study).stream().filter(t -> !t.condition().isControl()).toList();
    }

    public Section section() {
        return new Section(
                "Calibration",
                List.of(
                        new Block.Paragraph(
                                "The predictions of a calibrated model match observed frequencies:"
                                    + " of the images with a predicted probability of 0.8, four in"
                                    + " five are "
                                        + positive()
                                        + ". ROC AUC does not measure this. If the prevalence of"
                                        + " the test split differs from that of training, a model"
                                        + " that ranks well can still be miscalibrated."),
                        new Block.FigureBlock(StudyFigures.reliability(study)),
                        new Block.TableBlock(table())));
    }

    private String positive() {
        return plan.labels().inWords(Label.POSITIVE);
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (plan.splits().size() > 1) {
            columns.add(Column.name("Train → test"));
        }
        Stream.of(
                        "Brier",
                        "Brier skill",
                        "Log loss",
                        "ECE",
                        "MCE",
                        "Temperature",
                        "Log loss after",
                        "ECE after")
                .map(Column::right)
                .forEach(columns::add);
        return new Table(
                "Calibration of the test split, per image",
                columns,
                trained.stream().map(this::row).toList(),
                "Brier: mean squared difference between probability and outcome, lower is better;"
                    + " its skill is 0 for always predicting the test prevalence. Log loss in nats;"
                    + " always predicting one half has 0.693. ECE and MCE: expected and maximum"
                    + " calibration error over "
                        + BINNING.title()
                        + ", on which they depend. Temperature: fitted on the validation split,"
                        + " above 1 if the model was overconfident; the last columns show the test"
                        + " split after scaling."
                        + MeanOutcome.words(plan.seeds().size()));
    }

    private List<String> row(Trained model) {
        List<String> row = new ArrayList<>();
        row.add(model.condition().title());
        if (plan.splits().size() > 1) {
            row.add(SplitName.inShort(model.split()));
        }
        List<Predictions> tests = model.tests();
        row.add(MeanOutcome.of(tests, test -> BrierScore.of(test).score()).format(3));
        row.add(MeanOutcome.of(tests, test -> BrierScore.of(test).skill()).format(3));
        row.add(MeanOutcome.of(tests, test -> LogLoss.of(test).loss()).format(3));
        row.add(MeanOutcome.of(tests, CalibrationSection::expectedError).format(3));
        row.add(
                MeanOutcome.of(
                                tests,
                                test ->
                                        ReliabilityCurve.of(test, BINNING)
                                                .maximumCalibrationError())
                        .format(3));
        row.add(MeanOutcome.of(model.cells(), CalibrationSection::temperature).format(2));
        row.add(
                MeanOutcome.of(model.cells(), cell -> after(cell, test -> LogLoss.of(test).loss()))
                        .format(3));
        row.add(
                MeanOutcome.of(
                                model.cells(),
                                cell -> after(cell, CalibrationSection::expectedError))
                        .format(3));
        return row;
    }

    private static Outcome expectedError(Predictions test) {
        return ReliabilityCurve.of(test, BINNING).expectedCalibrationError();
    }

    private static Outcome temperature(CellResult cell) {
        TemperatureFit fit = TemperatureFit.of(cell.validation());
        return fit.temperature()
                .map(temperature -> Outcome.of(temperature.value()))
                .orElseGet(() -> Outcome.undefined(fit.undefinedBecause().orElseThrow()));
    }

    private static Outcome after(CellResult cell, Function<Predictions, Outcome> number) {
        TemperatureFit fit = TemperatureFit.of(cell.validation());
        return fit.temperature()
                .map(temperature -> number.apply(temperature.apply(cell.test())))
                .orElseGet(() -> Outcome.undefined(fit.undefinedBecause().orElseThrow()));
    }
}
