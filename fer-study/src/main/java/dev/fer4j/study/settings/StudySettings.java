package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of a study. {@link #paper} returns those of the paper; each {@code with} method
 * returns a copy with one setting changed. Settings may be changed in any order. Inconsistent
 * settings are refused when the study begins. Immutable.
 */
public final class StudySettings {

    private final Path folder;
    private final List<Condition> conditions;
    private final DataSettings data;
    private final CategorySplit split;
    private final LabelNames labels;
    private final TrainingPlan training;
    private final Optional<WeightsFile> weights;
    private final Seed seed;
    private final Replication replication;
    private final TrainingMix mix;
    private final List<Control.Means> controls;
    private final CheckSettings checks;
    private final ReportSettings report;
    private final int processes;

    private StudySettings(Draft draft) {
        folder = draft.folder.toAbsolutePath().normalize();
        conditions = List.copyOf(draft.conditions);
        data = requireNonNull(draft.data);
        split = requireNonNull(draft.split);
        labels = requireNonNull(draft.labels);
        training = requireNonNull(draft.training);
        weights = requireNonNull(draft.weights);
        seed = requireNonNull(draft.seed);
        replication = requireNonNull(draft.replication);
        mix = requireNonNull(draft.mix);
        controls = List.copyOf(draft.controls);
        checks = requireNonNull(draft.checks);
        report = requireNonNull(draft.report);
        processes = draft.processes;
    }

    /**
     * Returns the paper's study: those of its conditions whose sources are given, its category
     * split and training, each condition once, with seed 1. No control conditions, only checks that
     * need no training, and a report without faces.
     *
     * @param folder the output folder; created if it does not exist
     */
    public static StudySettings paper(Path folder) {
        return new StudySettings(new Draft(folder));
    }

    /**
     * Returns a copy with these conditions, in this order, instead of the paper's. Their sources
     * must be given; the first condition that adds no source is the reference for the others.
     */
    public StudySettings withConditions(Condition... some) {
        return withConditions(List.of(some));
    }

    /**
     * Returns a copy with these conditions; if empty, those of the paper whose sources are given.
     */
    public StudySettings withConditions(List<Condition> some) {
        return with(draft -> draft.conditions = some);
    }

    public StudySettings withData(DataSettings other) {
        return with(draft -> draft.data = other);
    }

    public StudySettings withSplit(CategorySplit other) {
        return with(draft -> draft.split = other);
    }

    /**
     * Returns a copy with different names of the two labels, for tables, reports, model files and
     * model cards.
     */
    public StudySettings withLabelNames(LabelNames names) {
        return with(draft -> draft.labels = names);
    }

    public StudySettings withTraining(TrainingPlan other) {
        return with(draft -> draft.training = other);
    }

    /**
     * Returns a copy with initial weights for each training; if empty, they are drawn from the
     * seed.
     */
    public StudySettings withWeights(Optional<WeightsFile> file) {
        return with(draft -> draft.weights = file);
    }

    public StudySettings withSeed(Seed other) {
        return with(draft -> draft.seed = other);
    }

    public StudySettings withReplication(Replication other) {
        return with(draft -> draft.replication = other);
    }

    /**
     * Returns a copy with caps and weights of sources, which apply to every condition that trains
     * on a source and does not set its own.
     *
     * @throws IllegalArgumentException if the mix is that of a control: see {@link #withControls}
     */
    public StudySettings withMix(TrainingMix other) {
        checkArgument(other.control().isEmpty(), "controls are made for each condition by itself");
        return with(draft -> draft.mix = other);
    }

    /** Returns a copy with control conditions for each condition that adds images. */
    public StudySettings withControls(Control.Means... means) {
        return withControls(List.of(means));
    }

    /** Returns a copy with control conditions for each condition that adds images. */
    public StudySettings withControls(List<Control.Means> means) {
        return with(draft -> draft.controls = means.stream().distinct().sorted().toList());
    }

    public StudySettings withChecks(CheckSettings other) {
        return with(draft -> draft.checks = other);
    }

    public StudySettings withReport(ReportSettings other) {
        return with(draft -> draft.report = other);
    }

    /**
     * Returns a copy with this many concurrent trainings, each in a separate process on this
     * machine with its share of the processors. 1, the default, trains in this process. On a CPU
     * the last bits of results depend on the number of threads per training, so a study must be
     * resumed with the same number of processes.
     *
     * @param count at least 1
     */
    public StudySettings withProcesses(int count) {
        checkArgument(count >= 1, "%s processes: expected 1 or more", count);
        return with(draft -> draft.processes = count);
    }

    /** The output folder, an absolute path. */
    public Path folder() {
        return folder;
    }

    /** The conditions; empty for the paper's. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** How sources are converted to images. */
    public DataSettings data() {
        return data;
    }

    /** The categories for training, validation and test, before rotations. */
    public CategorySplit split() {
        return split;
    }

    /** The names of the two labels. */
    public LabelNames labelNames() {
        return labels;
    }

    /** How each condition is trained. */
    public TrainingPlan training() {
        return training;
    }

    /** The initial weights of each training. */
    public Optional<WeightsFile> weights() {
        return weights;
    }

    /** The seed from which all randomness derives. */
    public Seed seed() {
        return seed;
    }

    /** How often, and under which splits, each condition is trained. */
    public Replication replication() {
        return replication;
    }

    /** Caps and weights of sources. */
    public TrainingMix mix() {
        return mix;
    }

    /** The control conditions of each condition that adds images. */
    public List<Control.Means> controls() {
        return controls;
    }

    /** The checks of the study. */
    public CheckSettings checks() {
        return checks;
    }

    /** The settings of the report. */
    public ReportSettings report() {
        return report;
    }

    /** The number of concurrent trainings; if more than one, each runs in a separate process. */
    public int processes() {
        return processes;
    }

    /** Returns the plan of all trainings of these conditions. */
    public StudyPlan plan(List<Condition> some) {
        return replication.applyTo(new StudyPlan(some, List.of(split), List.of(seed), labels));
    }

    /** All category splits: the study's own, or its rotations. */
    public List<CategorySplit> splits() {
        return replication.rotations() == Replication.Rotations.ALL
                ? split.rotations()
                : List.of(split);
    }

    /** Returns the options of each training. */
    public TrainingOptions options(ProgressListener listener) {
        TrainingOptions options =
                TrainingOptions.defaults()
                        .withProgress(listener)
                        .withImageFolder(StudyFolders.decodedImages(folder));
        return weights.map(options::withInitialWeights).orElse(options);
    }

    /** Returns every setting that affects the result of each training, by name. */
    public Map<String, String> ofEachTraining() {
        return SettingsText.ofEachTraining(this);
    }

    /** Returns every setting that affects results, by name. */
    public Map<String, String> configuration() {
        return SettingsText.of(this);
    }

    private StudySettings with(Consumer<Draft> change) {
        Draft copy = new Draft(this);
        change.accept(copy);
        return new StudySettings(copy);
    }

    private static final class Draft {
        private final Path folder;
        private List<Condition> conditions = List.of();
        private DataSettings data = DataSettings.defaults();
        private CategorySplit split = CategorySplit.paper();
        private LabelNames labels = LabelNames.INTEREST;
        private TrainingPlan training = TrainingPlan.paper();
        private Optional<WeightsFile> weights = Optional.empty();
        private Seed seed = new Seed(1);
        private Replication replication = Replication.defaults();
        private TrainingMix mix = TrainingMix.ALL;
        private List<Control.Means> controls = List.of();
        private CheckSettings checks = CheckSettings.defaults();
        private ReportSettings report = ReportSettings.defaults();
        private int processes = 1;

        Draft(Path folder) {
            this.folder = folder;
        }

        Draft(StudySettings of) {
            folder = of.folder;
            conditions = of.conditions;
            data = of.data;
            split = of.split;
            labels = of.labels;
            training = of.training;
            weights = of.weights;
            seed = of.seed;
            replication = of.replication;
            mix = of.mix;
            controls = of.controls;
            checks = of.checks;
            report = of.report;
            processes = of.processes;
        }
    }
}
