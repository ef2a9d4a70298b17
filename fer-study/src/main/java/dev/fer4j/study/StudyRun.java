package dev.fer4j.study;

import dev.fer4j.core.Progress;
import dev.fer4j.core.Provenance;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.gap.GeneralizationGap;
import dev.fer4j.eval.probe.MetadataResult;
import dev.fer4j.eval.probe.StudyChecks;
import dev.fer4j.eval.report.StudyReport;
import dev.fer4j.eval.report.format.ReportFolder;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.section.CheckSection;
import dev.fer4j.eval.report.table.PaperNumbers;
import dev.fer4j.eval.report.table.Table2;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.study.StudyRunner;
import dev.fer4j.study.check.CheckJob;
import dev.fer4j.study.check.MetadataModels;
import dev.fer4j.study.gather.Generators;
import dev.fer4j.study.gather.StudyCompositions;
import dev.fer4j.study.gather.StudyConditions;
import dev.fer4j.study.gather.StudyData;
import dev.fer4j.study.output.OutputDigests;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.output.StudyVersions;
import dev.fer4j.study.section.AuditSections;
import dev.fer4j.study.section.DataSections;
import dev.fer4j.study.section.FaceExamples;
import dev.fer4j.study.section.MethodsText;
import dev.fer4j.study.section.StudyAudits;
import dev.fer4j.study.section.SyntheticAudits;
import dev.fer4j.study.section.SyntheticSection;
import dev.fer4j.study.section.Table1;
import dev.fer4j.study.settings.ReportSettings.Faces;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.train.StudyKeeping;
import dev.fer4j.study.train.StudyProcesses;
import dev.fer4j.study.train.StudyTrainings;
import dev.fer4j.study.train.Trainings;
import dev.fer4j.synthesis.audit.SyntheticAudit;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A study on gathered data: conditions, audits, trainings, checks, evaluation and report. */
final class StudyRun {

    private final StudyData data;
    private final StudySettings settings;
    private final StudyListener listener;
    private final Generators generators;
    private final Path out;

    StudyRun(StudyData data, StudyListener listener) {
        this.data = data;
        this.settings = data.settings();
        this.listener = listener;
        this.generators = Generators.of(data.manifests());
        this.out = settings.folder();
    }

    StudyOutput run() throws IOException {
        List<Condition> conditions =
                new StudyConditions(settings, data.names()).of(generators.others());
        List<Composition> compositions = compose(conditions);
        List<Composition> own =
                compositions.stream().filter(c -> c.split().equals(settings.split())).toList();
        StudyAudits audits = StudyAudits.of(own, data.manifests(), listener);
        audits.write(out.resolve("audit"), labels());
        WholeFile.writeString(
                out.resolve("augmentation.json"), settings.training().augmentation().toJson());

        StudyPlan plan = settings.plan(conditions);
        if (plan.cells().size() > conditions.size()) {
            listener.message(plan.toText().strip());
        }
        Trainings study = new Trainings(plan, fingerprint());
        CheckJob checks = new CheckJob(settings, data.manifests(), own, study.fingerprint());
        checks.announcements().forEach(listener::message);
        StudyKeeping keeping = new StudyKeeping(out, study, checks.trainings());
        keeping.removeStale()
                .forEach(
                        name ->
                                listener.message(
                                        "Removed the checkpoints of the unfinished training "
                                                + name
                                                + ": settings, data or versions have changed"));
        StudyTrainings trainings = new StudyTrainings(data, study, keeping, listener);
        StudyResult result =
                new StudyRunner(plan, out, study.fingerprint())
                        .run(trainings.ofStudy(compositions), listener);
        StudyChecks checked = checks.run(trainings::on, listener);
        keeping.removeAll();
        checked.write(out.resolve("audit").resolve("checks.json"));

        List<String> notes = new ArrayList<>(StudyNotes.of(data, conditions));
        notes.addAll(StudyNotes.withoutAddedImages(compositions));
        notes.addAll(keeping.notes());
        notes.addAll(CheckJob.notes(checked, labels()));
        List<MetadataResult> metadata = MetadataModels.of(compositions, audits.images());
        metadata.forEach(model -> model.warning(result).ifPresent(notes::add));
        notes.forEach(listener::note);
        keeping.writeCards(result, compositions, notes);

        List<Section> wentIn = new ArrayList<>();
        wentIn.add(DataSections.data(data, compositions, notes));
        wentIn.add(AuditSections.of(audits, labels()));
        wentIn.add(CheckSection.of(checked, labels()));
        synthetic(own, keeping, result).ifPresent(wentIn::add);
        return evaluate(compositions, wentIn, result, metadata, notes, examples(keeping, result));
    }

    private List<Composition> compose(List<Condition> conditions) throws IOException {
        List<Composition> compositions = new StudyCompositions(settings).compose(conditions, data);
        compositions.forEach(
                composition ->
                        listener.message(
                                StudyCompositions.composed(
                                        composition, settings.splits().size() > 1)));
        WholeFile.writeString(
                out.resolve("table1.csv"), Table1.forCsv(compositions, paper(), labels()).toCsv());
        return compositions;
    }

    private LabelNames labels() {
        return settings.labelNames();
    }

    private PaperNumbers paper() {
        return settings.report().paperNumbers();
    }

    /**
     * The fingerprint of everything that a training's result depends on, except its condition and
     * seed.
     */
    private String fingerprint() throws IOException {
        Optional<WeightsFile> weights = settings.weights();
        int threads =
                settings.processes() == 1
                        ? EngineInfo.current().threads()
                        : StudyProcesses.threads(settings.processes());
        return Sha256.of(
                String.join(
                        "\n",
                        training(),
                        weights.isPresent()
                                ? weights.get().digest() + " " + weights.get().head()
                                : "random weights",
                        data.digest(),
                        StudyVersions.ofResults(threads).toString()));
    }

    /** The plan, with the kind of its device, since equal GPUs give equal results. */
    private String training() {
        TrainingPlan plan = settings.training();
        return plan.device().equals(DeviceChoice.CPU)
                ? plan.toJson()
                : plan.withDevice(DeviceChoice.CPU).toJson() + " on " + plan.device().kind();
    }

    /** Audits the synthetic training images, if any, by the model trained on real images. */
    private Optional<Section> synthetic(
            List<Composition> own, StudyKeeping keeping, StudyResult result) throws IOException {
        Condition reference = result.plan().reference();
        CellResult cell = result.of(reference, settings.split(), settings.seed());
        Optional<SyntheticAudit> audit =
                new SyntheticAudits(
                                keeping.model(cell.cell()), settings.training().device(), listener)
                        .of(
                                own.stream()
                                        .filter(c -> c.condition().equals(reference))
                                        .findFirst()
                                        .orElseThrow(),
                                own,
                                settings.seed().derive("audit of synthetic images"));
        Path file = out.resolve("audit").resolve("synthetic.json");
        if (audit.isPresent()) {
            WholeFile.writeString(file, Json.pretty(audit.get()));
        } else {
            // An earlier run may have used synthetic images.
            OwnedFolder.deleteResult(file);
        }
        return audit.map(found -> SyntheticSection.of(found, labels()));
    }

    /** Returns examples for the study's own split and first seed. */
    private List<Section> examples(StudyKeeping keeping, StudyResult result) throws IOException {
        if (settings.report().faces() == Faces.HIDDEN) {
            return List.of();
        }
        List<FaceExamples.Model> models =
                result.plan().withoutControls().stream()
                        .map(condition -> result.of(condition, settings.split(), settings.seed()))
                        .map(cell -> new FaceExamples.Model(cell, keeping.model(cell.cell())))
                        .toList();
        return List.of(
                new FaceExamples(data.manifests(), settings.training().device(), labels())
                        .section(models));
    }

    private StudyOutput evaluate(
            List<Composition> compositions,
            List<Section> wentIn,
            StudyResult result,
            List<MetadataResult> metadata,
            List<String> notes,
            List<Section> examples)
            throws IOException {
        evaluating(0, "tables and inference");
        Table2 table2 = Table2.of(result, metadata);
        WholeFile.writeString(out.resolve("table2.csv"), table2.table().toCsv());
        StudyInference inference = StudyInference.of(result, settings.seed().derive("evaluation"));
        inference.write(out.resolve("anova.json"));
        GeneralizationGap.of(result).write(out.resolve("gaps.json"));
        evaluating(1, "report");
        Map<String, String> configuration = configuration(notes);
        Map<String, String> versions = StudyVersions.all();
        Path report =
                ReportFolder.write(
                        out,
                        StudyReport.of(result, inference)
                                .withData(wentIn)
                                .withExamples(examples)
                                .withMetadata(metadata)
                                .withMethods(MethodsText.of(settings, data.sources()))
                                .withProvenance(
                                        List.of(
                                                DataSections.provenance(
                                                        new Provenance(
                                                                versions,
                                                                configuration,
                                                                Map.of()))))
                                .withPaperNumbers(paper())
                                .report(settings.report().title(), data.sources().description()));
        evaluating(2, "digests of all files");
        WholeFile.writeString(
                out.resolve("provenance.json"),
                Json.pretty(new Provenance(versions, configuration, OutputDigests.of(out))));
        evaluating(3, "");
        return new StudyOutput(
                out,
                report,
                result,
                inference,
                Table1.forConsole(compositions, paper(), labels()),
                table2.consoleTable(paper()),
                table2.table(),
                result.cells().size() - result.reused(),
                result.reused(),
                notes);
    }

    private void evaluating(int done, String next) {
        listener.update(new Progress("evaluating", done, 3, next));
    }

    private Map<String, String> configuration(List<String> notes) {
        Map<String, String> configuration = new TreeMap<>(settings.configuration());
        configuration.put("sources", data.sources().description());
        generators.describe(configuration);
        configuration.put(
                "faces in the report", settings.report().faces() == Faces.SHOWN ? "shown" : "none");
        if (!notes.isEmpty()) {
            configuration.put("note", String.join(" ", notes));
        }
        return configuration;
    }
}
