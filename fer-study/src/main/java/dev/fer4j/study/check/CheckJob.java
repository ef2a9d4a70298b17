package dev.fer4j.study.check;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.probe.LabelShuffle;
import dev.fer4j.eval.probe.LabelShuffleCheck;
import dev.fer4j.eval.probe.SourceProbePlan;
import dev.fer4j.eval.probe.SourceProbeResult;
import dev.fer4j.eval.probe.StudyChecks;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyRunner;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.train.Trainings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The checks of a study, and the trainings that they need. Their results are kept in the study's
 * folder under separate names; no model files are written, since these models have no further use.
 */
public final class CheckJob {

    /** A test of whether the network can tell two sources apart. */
    private record Probing(
            SourceChecks.Question question, SourceProbePlan plan, Optional<Trainings> trainings) {}

    private final StudySettings settings;
    private final List<Manifest> manifests;
    private final SourceChecks sources;
    private final Optional<Trainings> shuffled;
    private final List<Probing> probings;

    /**
     * Prepares the checks.
     *
     * @param compositions compositions of the study's category split; controls are ignored
     * @param fingerprint fingerprint of the study
     */
    public CheckJob(
            StudySettings settings,
            List<Manifest> manifests,
            List<Composition> compositions,
            String fingerprint) {
        this.settings = settings;
        this.manifests = manifests;
        List<Composition> own =
                compositions.stream().filter(c -> !c.condition().isControl()).toList();
        this.sources = SourceChecks.of(own);
        int shuffles = settings.checks().labelShuffles();
        StudyPlan once =
                new StudyPlan(
                        own.stream().map(Composition::condition).toList(),
                        List.of(settings.split()),
                        List.of(settings.seed()));
        this.shuffled =
                shuffles == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Trainings(
                                        LabelShuffle.plan(once, shuffles),
                                        Sha256.of("shuffled labels\n" + fingerprint)));
        this.probings =
                settings.checks().usesNetwork()
                        ? sources.questions().stream()
                                .map(question -> probing(question, fingerprint))
                                .toList()
                        : List.of();
    }

    private Probing probing(SourceChecks.Question question, String fingerprint) {
        SourceProbePlan plan =
                new SourceProbePlan(
                        question.added(), question.evaluation(), question.label(), settings.seed());
        return new Probing(
                question,
                plan,
                plan.undefined(question.training()).isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new Trainings(
                                        plan.plan(),
                                        Sha256.of(
                                                "source probe\n"
                                                        + fingerprint
                                                        + asked(plan, question)))));
    }

    /** Lists the images, which depend on caps and weights that the plan does not include. */
    private static String asked(SourceProbePlan plan, SourceChecks.Question question) {
        StringBuilder text = new StringBuilder();
        for (Sample sample : plan.manifest(question.training()).samples()) {
            text.append('\n').append(sample.id()).append(' ').append(sample.category());
        }
        return text.toString();
    }

    /** All trainings that the checks need. */
    public List<Trainings> trainings() {
        return Stream.concat(
                        shuffled.stream(),
                        probings.stream().flatMap(probing -> probing.trainings().stream()))
                .toList();
    }

    /** The trainings to come, one line for each check. */
    public List<String> announcements() {
        List<String> lines = new ArrayList<>();
        shuffled.ifPresent(
                trainings ->
                        lines.add(
                                "Check by shuffled labels: "
                                        + trainings.plan().cells().size()
                                        + " trainings"));
        int probes =
                probings.stream()
                        .flatMap(probing -> probing.trainings().stream())
                        .mapToInt(trainings -> trainings.plan().cells().size())
                        .sum();
        if (probes > 0) {
            lines.add("Source probe by the study's network: " + probes + " trainings");
        }
        return lines;
    }

    /**
     * Runs all checks, those without training first.
     *
     * @param training provides a trainer for given manifests
     * @param listener receives the progress of trainings, as separate tasks
     */
    public StudyChecks run(Function<List<Manifest>, CellRunner> training, ProgressListener listener)
            throws IOException {
        List<SourceProbeResult> byNumbers = sources.byNumbers(settings, listener);
        List<SourceProbeResult> byNetwork = new ArrayList<>();
        for (Probing probing : probings) {
            byNetwork.add(ask(probing, training, listener));
        }
        Optional<LabelShuffleCheck> shuffle = Optional.empty();
        if (shuffled.isPresent()) {
            shuffle =
                    Optional.of(
                            LabelShuffleCheck.of(
                                    study(shuffled.get(), "label shuffle")
                                            .run(
                                                    LabelShuffle.runner(manifests, training),
                                                    listener)));
        }
        return new StudyChecks(sources.trainingSets(), byNumbers, byNetwork, shuffle);
    }

    /** Returns notes that concern every result of the study, with these names of the labels. */
    public static List<String> notes(StudyChecks checks, LabelNames names) {
        List<String> notes = new ArrayList<>();
        if (checks.leakSuspected()) {
            notes.add(
                    "Models that were trained on shuffled labels rank test images better than"
                            + " chance: labels leak, and no result is reliable until the leak is"
                            + " found.");
        }
        checks.trainingSets().stream()
                .filter(set -> checks.shortcut(set) == StudyChecks.Shortcut.OPEN)
                .forEach(
                        set ->
                                notes.add(
                                        "Images of "
                                                + set.condition().title()
                                                + " reveal their source, and the source their"
                                                + " label: its model may have learned sources"
                                                + " instead of "
                                                + names.topic()
                                                + "."));
        return notes;
    }

    private SourceProbeResult ask(
            Probing probing,
            Function<List<Manifest>, CellRunner> training,
            ProgressListener listener)
            throws IOException {
        SourceProbePlan plan = probing.plan();
        List<Sample> samples = probing.question().training();
        if (probing.trainings().isEmpty()) {
            return plan.undefined(samples).orElseThrow();
        }
        String task =
                "source probe, " + plan.first() + " " + settings.labelNames().of(plan.label());
        return plan.result(
                study(probing.trainings().get(), task)
                        .run(plan.runner(samples, training), listener));
    }

    private StudyRunner study(Trainings trainings, String task) {
        return new StudyRunner(trainings.plan(), settings.folder(), trainings.fingerprint())
                .withTask(task);
    }
}
