package dev.fer4j.examples.study;

import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Provenance;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.FolderLock;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.FingerprintCache;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.eval.gap.GeneralizationGap;
import dev.fer4j.eval.inference.StudyInference;
import dev.fer4j.eval.probe.StudyChecks;
import dev.fer4j.eval.report.CheckSection;
import dev.fer4j.eval.report.Literature;
import dev.fer4j.eval.report.Methods;
import dev.fer4j.eval.report.ReportFolder;
import dev.fer4j.eval.report.Section;
import dev.fer4j.eval.report.StudyReport;
import dev.fer4j.eval.report.Table2;
import dev.fer4j.eval.study.Study;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.synthesis.audit.SyntheticAudit;
import dev.fer4j.train.Training;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The study, from folders to report: frames, conditions, trainings, evaluation. What is already in
 * the output folder and still fits is not done again.
 */
public final class StudyJob {

    private final StudySettings settings;
    private final Consumer<String> messages;
    private final ProgressListener listener;
    private final Faces faces;

    /** Whether the report shows people. */
    public enum Faces {
        /** It shows nobody. */
        HIDDEN,
        /** It shows test images, of those people of whom it is known what they agreed to. */
        SHOWN
    }

    /**
     * A study that is not begun.
     *
     * @param messages told what was found, a line at a time
     * @param listener told how far the work is
     */
    public StudyJob(StudySettings settings, Consumer<String> messages, ProgressListener listener) {
        this(settings, messages, listener, Faces.HIDDEN);
    }

    private StudyJob(
            StudySettings settings,
            Consumer<String> messages,
            ProgressListener listener,
            Faces faces) {
        this.settings = settings;
        this.messages = messages;
        this.listener = listener;
        this.faces = faces;
    }

    /** Returns a copy whose report shows people or not. */
    public StudyJob withFaces(Faces other) {
        return new StudyJob(settings, messages, listener, other);
    }

    /**
     * Runs the study.
     *
     * @throws dev.fer4j.train.TrainingStoppedException if the process is asked to end while a
     *     condition is trained; a later run resumes within it
     * @throws dev.fer4j.core.FerException for whatever the user can mend: folders, labels, device,
     *     an output folder in use
     */
    public StudyOutput run(StudySources.Maker maker) throws IOException {
        Training.check(settings.training(), settings.weights())
                .ifPresent(report -> messages.accept(report.toText().strip()));
        try (FolderLock lock = FolderLock.acquire(settings.out())) {
            messages.accept("Output folder " + lock.folder());
            StudySources sources = maker.make(settings.out());
            return run(sources, StudyData.gather(settings, sources, messages, listener));
        }
    }

    private StudyOutput run(StudySources sources, StudyData data) throws IOException {
        List<Condition> conditions = StudyConditions.of(data.manifests(), settings);
        // One cache, since the conditions share most of their images.
        LeakageGate gate =
                new LeakageGate(
                        Optional.of(new FingerprintCache(listener)),
                        settings.data().allowedLeaks());
        List<Composition> compositions =
                new StudyCompositions(settings).compose(conditions, data.manifests(), gate);
        compositions.forEach(
                composition ->
                        messages.accept(
                                StudyCompositions.composed(
                                        composition, settings.splits().size() > 1)));
        List<Composition> own =
                compositions.stream()
                        .filter(composition -> composition.split().equals(settings.split()))
                        .toList();
        StudyAudits audits = StudyAudits.of(own, data.manifests(), listener);
        audits.write(settings.out().resolve("audit"));

        WholeFile.writeString(
                settings.out().resolve("augmentation.json"),
                settings.training().augmentation().toJson());

        StudyPlan plan = settings.plan(conditions);
        if (plan.cells().size() > conditions.size()) {
            messages.accept(plan.toText().strip());
        }
        String fingerprint = fingerprint(data);
        CheckJob checks = new CheckJob(settings, data.manifests(), own, fingerprint);
        checks.announcements().forEach(messages);
        StudyKeeping keeping =
                new StudyKeeping(
                        settings.out(), new Trainings(plan, fingerprint), checks.trainings());
        keeping.removeStale()
                .forEach(
                        name ->
                                messages.accept(
                                        "Removed the state of the unfinished training "
                                                + name
                                                + ": settings, data or versions have changed"));
        StudyTrainings training = new StudyTrainings(settings, gate, keeping, messages, listener);
        StudyResult result =
                new Study(plan, settings.out(), fingerprint)
                        .run(training.on(data.manifests()), listener);
        StudyChecks checked = checks.run(training::on, listener);
        keeping.removeAll();
        checked.write(settings.out().resolve("audit").resolve("checks.json"));
        List<String> notes = new ArrayList<>(StudyNotes.of(settings, data.manifests()));
        notes.addAll(StudyConditions.withoutAddedImages(compositions));
        notes.addAll(keeping.notes());
        notes.addAll(CheckJob.notes(checked));
        keeping.writeCards(result, compositions, notes);
        return evaluate(
                sources,
                data.manifests(),
                compositions,
                Stream.concat(
                                Stream.of(AuditSections.of(audits), CheckSection.of(checked)),
                                synthetic(own, keeping, result).stream())
                        .toList(),
                result,
                notes,
                examples(data.manifests(), keeping, result));
    }

    /**
     * Audits of synthetic images, if any were used for training, with the features of the model of
     * real ones.
     */
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
        Path file = settings.out().resolve("audit").resolve("synthetic.json");
        if (audit.isPresent()) {
            WholeFile.writeString(file, Json.pretty(audit.get()));
        } else {
            // An earlier run may have had synthetic images.
            Files.deleteIfExists(file);
        }
        return audit.map(SyntheticSection::of);
    }

    private Methods methods(StudySources sources) {
        Methods methods = MethodsText.of(settings, sources);
        return faces == Faces.SHOWN
                ? methods.withTraining(
                        "Image regions that support a label were mapped by Grad-CAM",
                        Literature.GRAD_CAM)
                : methods;
    }

    /** Of the study's own split, and the first seed. */
    private List<Section> examples(
            List<Manifest> manifests, StudyKeeping keeping, StudyResult result) throws IOException {
        if (faces == Faces.HIDDEN) {
            return List.of();
        }
        List<FaceExamples.Model> models =
                result.plan().withoutControls().stream()
                        .map(condition -> result.of(condition, settings.split(), settings.seed()))
                        .map(cell -> new FaceExamples.Model(cell, keeping.model(cell.cell())))
                        .toList();
        return List.of(new FaceExamples(manifests, settings.training().device()).section(models));
    }

    /** Of everything that a training's result depends on besides its condition and seed. */
    private String fingerprint(StudyData data) throws IOException {
        Optional<WeightsFile> weights = settings.weights();
        return Sha256.of(
                String.join(
                        "\n",
                        settings.training().toJson(),
                        weights.isPresent()
                                ? weights.get().digest() + " " + weights.get().head()
                                : "random weights",
                        data.digest(),
                        StudyVersions.ofResults().toString()));
    }

    private StudyOutput evaluate(
            StudySources sources,
            List<Manifest> manifests,
            List<Composition> compositions,
            List<Section> wentIn,
            StudyResult result,
            List<String> notes,
            List<Section> examples)
            throws IOException {
        Path out = settings.out();
        Seed bootstrap = settings.seed().derive("evaluation");
        Table2 table2 = Table2.of(result);
        WholeFile.writeString(out.resolve("table2.csv"), table2.table().toCsv());
        StudyInference inference = StudyInference.of(result, bootstrap);
        inference.write(out.resolve("anova.json"));
        GeneralizationGap.of(result).write(out.resolve("gaps.json"));
        Map<String, String> configuration = new TreeMap<>(settings.configuration());
        configuration.put("sources", sources.description());
        StudyConditions.describeGenerators(manifests, configuration);
        configuration.put("faces in the report", faces == Faces.SHOWN ? "shown" : "none");
        if (!notes.isEmpty()) {
            configuration.put("note", String.join(" ", notes));
        }
        Map<String, String> versions = StudyVersions.all();
        Provenance provenance = new Provenance(versions, configuration, Map.of());
        Path report =
                ReportFolder.write(
                        out,
                        StudyReport.of(result, inference)
                                .withData(
                                        Stream.concat(
                                                        Stream.of(
                                                                DataSections.data(
                                                                        sources,
                                                                        manifests,
                                                                        compositions,
                                                                        notes)),
                                                        wentIn.stream())
                                                .toList())
                                .withExamples(examples)
                                .withMethods(methods(sources))
                                .withProvenance(List.of(DataSections.provenance(provenance)))
                                .report(
                                        "Does added data make the model generalize?",
                                        sources.description()));
        WholeFile.writeString(
                out.resolve("provenance.json"),
                Json.pretty(new Provenance(versions, configuration, OutputDigests.of(out))));
        return new StudyOutput(
                out,
                report,
                Table1.forConsole(compositions),
                table2.consoleTable(),
                table2.table(),
                result.cells().size() - result.reused(),
                result.reused(),
                notes);
    }
}
