package dev.fer4j.eval.report;

import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.probe.MetadataResult;
import dev.fer4j.eval.report.figure.StudyFigures;
import dev.fer4j.eval.report.literature.Methods;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.section.CalibrationSection;
import dev.fer4j.eval.report.section.ControlSection;
import dev.fer4j.eval.report.section.GapSection;
import dev.fer4j.eval.report.section.GroupSection;
import dev.fer4j.eval.report.section.InferenceSection;
import dev.fer4j.eval.report.section.MethodsSection;
import dev.fer4j.eval.report.section.ResultsSection;
import dev.fer4j.eval.report.section.RotationSection;
import dev.fer4j.eval.report.section.SummarySection;
import dev.fer4j.eval.report.section.ThresholdSection;
import dev.fer4j.eval.report.section.UnitSection;
import dev.fer4j.eval.report.table.PaperNumbers;
import dev.fer4j.eval.report.table.Table2;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of a study: the findings and their limits, then the numbers and figures behind them,
 * then the methods. Callers can add sections on what evaluation does not know, such as data,
 * pictures or settings, which are inserted where readers expect them.
 */
public final class StudyReport {

    private final StudyResult study;
    private final StudyInference inference;
    private final Additions additions;

    /** What callers add, and what is left out. */
    private record Additions(
            List<Section> data,
            List<Section> examples,
            List<Section> provenance,
            Methods methods,
            PaperNumbers paper,
            List<MetadataResult> metadata) {

        Additions {
            metadata = List.copyOf(metadata);
            data = List.copyOf(data);
            examples = List.copyOf(examples);
            provenance = List.copyOf(provenance);
            requireNonNull(methods);
            requireNonNull(paper);
        }
    }

    private StudyReport(StudyResult study, StudyInference inference, Additions additions) {
        this.study = requireNonNull(study);
        this.inference = requireNonNull(inference);
        this.additions = additions;
    }

    /**
     * A report without additional sections.
     *
     * @param study the result of all trainings
     * @param inference the inference on that result
     */
    public static StudyReport of(StudyResult study, StudyInference inference) {
        return new StudyReport(
                study,
                inference,
                new Additions(
                        List.of(),
                        List.of(),
                        List.of(),
                        Methods.ofEvaluation(),
                        PaperNumbers.SHOWN,
                        List.of()));
    }

    private StudyReport with(List<Section> data, List<Section> examples, List<Section> provenance) {
        return new StudyReport(
                study,
                inference,
                new Additions(
                        data,
                        examples,
                        provenance,
                        additions.methods,
                        additions.paper,
                        additions.metadata));
    }

    /** Returns a copy with sections on the data: sources, Table 1, leakage, audits. */
    public StudyReport withData(List<Section> data) {
        return with(data, additions.examples, additions.provenance);
    }

    /** Returns a copy with sections of pictures; without these a report shows no faces. */
    public StudyReport withExamples(List<Section> examples) {
        return with(additions.data, examples, additions.provenance);
    }

    /** Returns a copy with final sections on settings, versions and digests. */
    public StudyReport withProvenance(List<Section> provenance) {
        return with(additions.data, additions.examples, provenance);
    }

    private StudyReport with(Methods methods, PaperNumbers paper) {
        return new StudyReport(
                study,
                inference,
                new Additions(
                        additions.data,
                        additions.examples,
                        additions.provenance,
                        methods,
                        paper,
                        additions.metadata));
    }

    /** Returns a copy with models that look at no image beside the study's in Table 2. */
    public StudyReport withMetadata(List<MetadataResult> metadata) {
        return new StudyReport(
                study,
                inference,
                new Additions(
                        additions.data,
                        additions.examples,
                        additions.provenance,
                        additions.methods,
                        additions.paper,
                        metadata));
    }

    /** Returns a copy with the methods of data preparation and training. */
    public StudyReport withMethods(Methods methods) {
        return with(methods, additions.paper);
    }

    /** Returns a copy with or without the paper's numbers next to the paper's conditions. */
    public StudyReport withPaperNumbers(PaperNumbers paper) {
        return with(additions.methods, paper);
    }

    /** Builds the report. */
    public Report report(String title, String subtitle) {
        return new Report(title, subtitle, sections());
    }

    /** All sections, in the order in which they are read. */
    public List<Section> sections() {
        Table2 table = Table2.of(study, additions.metadata);
        List<Section> sections = new ArrayList<>();
        sections.add(new SummarySection(study, inference).section());
        sections.add(new ResultsSection(study, inference, table, additions.paper).section());
        sections.addAll(additions.data);
        sections.add(learningCurves());
        sections.add(skillCurves());
        RotationSection.section(study, inference, table).ifPresent(sections::add);
        sections.add(new UnitSection(study.plan(), inference, table).section());
        sections.add(new ThresholdSection(study).section());
        GroupSection.section(study).ifPresent(sections::add);
        sections.add(new CalibrationSection(study).section());
        sections.add(new GapSection(study).section());
        ControlSection.section(study, inference).ifPresent(sections::add);
        sections.add(new InferenceSection(study.plan(), inference, additions.paper).section());
        sections.addAll(additions.examples);
        sections.add(new MethodsSection(study, inference, additions.methods).section());
        sections.addAll(additions.provenance);
        return List.copyOf(sections);
    }

    /** The sections of a report to which nothing is added. */
    public static List<Section> sections(StudyResult study, StudyInference inference) {
        return of(study, inference).sections();
    }

    private Section learningCurves() {
        return new Section(
                "Learning curves",
                List.of(
                        new Block.Paragraph(
                                "Training and validation of every training. If the training loss"
                                    + " keeps falling while the validation loss rises, the model"
                                    + " overfits."),
                        new Block.FigureBlock(StudyFigures.loss(study)),
                        new Block.FigureBlock(StudyFigures.accuracy(study))));
    }

    private Section skillCurves() {
        return new Section(
                "Precision-recall and ROC curves",
                List.of(
                        new Block.Paragraph(
                                "Test split, per image; the positive class is "
                                        + study.plan().labels().positive()
                                        + "."),
                        new Block.FigureBlock(StudyFigures.precisionRecall(study, inference)),
                        new Block.FigureBlock(StudyFigures.roc(study, inference))));
    }
}
