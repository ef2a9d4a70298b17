package dev.fer4j.eval.probe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.FileNames;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The source probe as trainings: the study's own network is trained to tell images of two sources
 * and one class apart. It is an ordinary study on a derived manifest, in which the label is the
 * source ({@link Label#INTERESTED} stands for the first one) and the categories are three folds of
 * people, each of which is used once for training, validation and testing. So any {@link
 * CellRunner} can run it.
 *
 * <pre>
 * SourceProbePlan probe = new SourceProbePlan("stylegan2", "baseline", Label.INTERESTED, seed);
 * CellRunner runner = probe.runner(
 *         composition.samples(Split.TRAIN), m -&gt; new CellTrainer(m, …)::run);
 * SourceProbeResult result = probe.result(
 *         new StudyRunner(probe.plan(), folder, fingerprint).run(runner, listener));
 * </pre>
 *
 * <p>{@link SourceProbe} tests the same with simple features, in seconds.
 *
 * @param first the source that the positive class stands for
 * @param second the other source
 * @param label the class whose images are told apart
 * @param seed the seed of the trainings and of the assignment to folds
 */
public record SourceProbePlan(String first, String second, Label label, Seed seed) {

    private static final int FOLDS = 3;

    public SourceProbePlan {
        checkArgument(!first.equals(second), "source %s cannot be compared with itself", first);
        requireNonNull(label);
        requireNonNull(seed);
    }

    /** The name of the manifest's source and of the condition. */
    private String id() {
        return FileNames.id(
                "source-probe-" + first + "-" + second + "-" + label.name().replace('_', '-'));
    }

    private static AdCategory fold(int number) {
        return new AdCategory("fold-" + (number % FOLDS + 1));
    }

    /** Three trainings: each fold of people is used once for training, validation and testing. */
    public StudyPlan plan() {
        List<CategorySplit> splits = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            splits.add(CategorySplit.of(fold(i), fold(i + 1), fold(i + 2)));
        }
        Condition condition =
                new Condition(
                        id(),
                        first + " or " + second + ", of " + label + " images",
                        id(),
                        List.of());
        return new StudyPlan(List.of(condition), splits, List.of(seed));
    }

    /**
     * The manifest that the plan needs: the images of both sources in the class, with the source as
     * label and the fold of the person as category. Synthetic images belong to the person of their
     * parent.
     *
     * @param training samples that are trained on together, for example a composition's training
     *     samples: with people of other categories the sources would also differ in their people
     * @throws PlanException if a source has images of fewer than three people of that class, which
     *     would leave a fold without them
     */
    public Manifest manifest(Collection<Sample> training) {
        List<Problem> problems = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (String source : List.of(first, second)) {
            List<Sample> own = of(source, training);
            problem(source, own).ifPresent(problems::add);
            samples.addAll(own);
        }
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
        Map<String, Set<String>> sources = new HashMap<>();
        samples.forEach(
                sample ->
                        sources.computeIfAbsent(sample.participant(), any -> new TreeSet<>())
                                .add(sample.source()));
        PeopleFolds folds = new PeopleFolds(sources, FOLDS, seed);
        return new Manifest(
                id(),
                samples.stream()
                        .map(sample -> asked(sample, fold(folds.of(sample.participant()))))
                        .toList(),
                List.of());
    }

    /**
     * The undefined result if the probe is not possible, so that nothing needs to be trained.
     *
     * @param training as in {@link #manifest}, which throws an exception where this is not empty
     */
    public Optional<SourceProbeResult> undefined(Collection<Sample> training) {
        return Stream.of(first, second)
                .flatMap(source -> problem(source, of(source, training)).stream())
                .map(problem -> problem.subject() + " " + problem.cause())
                .reduce((one, other) -> one + "; " + other)
                .map(reason -> SourceProbeResult.undefined(first, second, label, reason));
    }

    private List<Sample> of(String source, Collection<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.source().equals(source) && sample.label() == label)
                .toList();
    }

    private Optional<Problem> problem(String source, List<Sample> samples) {
        long people = samples.stream().map(Sample::participant).distinct().count();
        return people >= FOLDS
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                Problem.Kind.TOO_FEW,
                                "source " + source,
                                String.format(
                                        Locale.ROOT,
                                        "has images of %d people that are %s; each of %d folds"
                                                + " needs one",
                                        people,
                                        label,
                                        FOLDS),
                                "give images of more people, or probe another source or class"));
    }

    /** A recording has one label, so the same id in both sources must become two recordings. */
    private Sample asked(Sample sample, AdCategory fold) {
        return new Sample(
                sample.id(),
                sample.file(),
                sample.source().equals(first) ? Label.INTERESTED : Label.NOT_INTERESTED,
                sample.participant(),
                sample.source() + ": " + sample.recording(),
                sample.ad(),
                Optional.of(fold),
                id(),
                sample.origin(),
                sample.demographics(),
                sample.rights(),
                sample.sha256(),
                sample.groups());
    }

    /**
     * Runs the plan's cells.
     *
     * @param training samples that are trained on together, as in {@link #manifest}
     * @param trainer creates the runner for given manifests
     */
    public CellRunner runner(
            Collection<Sample> training, Function<List<Manifest>, CellRunner> trainer) {
        return trainer.apply(List.of(manifest(training)));
    }

    /**
     * Evaluates the test predictions of all folds.
     *
     * @param study the result of this plan
     */
    public SourceProbeResult result(StudyResult study) {
        checkArgument(study.plan().equals(plan()), "the result belongs to another plan");
        return SourceProbeResult.of(
                first, second, label, study.cells().stream().map(CellResult::test).toList());
    }
}
