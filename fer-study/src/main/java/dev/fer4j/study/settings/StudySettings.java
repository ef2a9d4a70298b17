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
 * Everything that is decided before a study begins. {@link #paper} is the paper's study; each
 * {@code with} method gives a copy with one thing changed, in any order. What does not fit together
 * is refused when the study begins. Immutable.
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
     * The paper's study: its conditions as far as their sources are there, its category split and
     * training, each condition once, with the seed 1. No control conditions, the checks that need
     * no training, and a report that shows nobody.
     *
     * @param folder where everything is kept; made if there is none
     */
    public static StudySettings paper(Path folder) {
        return new StudySettings(new Draft(folder));
    }

    /**
     * With these conditions, in this order, instead of the paper's. Each needs its sources; the
     * first that adds none is what the others are compared with.
     */
    public StudySettings withConditions(Condition... some) {
        return withConditions(List.of(some));
    }

    /** With these conditions; the paper's, as far as their sources are there, if there are none. */
    public StudySettings withConditions(List<Condition> some) {
        return with(draft -> draft.conditions = some);
    }

    /** With another way from sources to images. */
    public StudySettings withData(DataSettings other) {
        return with(draft -> draft.data = other);
    }

    /** With other categories that train, validate and test. */
    public StudySettings withSplit(CategorySplit other) {
        return with(draft -> draft.split = other);
    }

    /** With other names of the two labels, in tables, reports, model files and cards. */
    public StudySettings withLabelNames(LabelNames names) {
        return with(draft -> draft.labels = names);
    }

    /** With another training of each condition. */
    public StudySettings withTraining(TrainingPlan other) {
        return with(draft -> draft.training = other);
    }

    /** With weights that each training starts from; random weights of the seed without any. */
    public StudySettings withWeights(Optional<WeightsFile> file) {
        return with(draft -> draft.weights = file);
    }

    /** With another root of all randomness. */
    public StudySettings withSeed(Seed other) {
        return with(draft -> draft.seed = other);
    }

    /** With more than one training of each condition. */
    public StudySettings withReplication(Replication other) {
        return with(draft -> draft.replication = other);
    }

    /**
     * With caps and weights of sources, in every condition that has them and none of its own for
     * them.
     *
     * @throws IllegalArgumentException if it is a control: see {@link #withControls}
     */
    public StudySettings withMix(TrainingMix other) {
        checkArgument(other.control().isEmpty(), "controls are made for each condition by itself");
        return with(draft -> draft.mix = other);
    }

    /** With control conditions of each condition that adds images. */
    public StudySettings withControls(Control.Means... means) {
        return withControls(List.of(means));
    }

    /** With control conditions of each condition that adds images. */
    public StudySettings withControls(List<Control.Means> means) {
        return with(draft -> draft.controls = means.stream().distinct().sorted().toList());
    }

    /** With other checks. */
    public StudySettings withChecks(CheckSettings other) {
        return with(draft -> draft.checks = other);
    }

    /** With another report. */
    public StudySettings withReport(ReportSettings other) {
        return with(draft -> draft.report = other);
    }

    /**
     * With so many trainings at the same time, each in a process of its own on this machine, with
     * its share of the processors. 1, the default, trains in this process. On a CPU results depend
     * on the number of threads of a training to the last bits: a study goes on with the number of
     * processes that it was begun with.
     *
     * @param count at least 1
     */
    public StudySettings withProcesses(int count) {
        checkArgument(count >= 1, "%s processes: expected 1 or more", count);
        return with(draft -> draft.processes = count);
    }

    /** Where everything is kept, absolute. */
    public Path folder() {
        return folder;
    }

    /** The conditions; empty for the paper's. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** How sources become images. */
    public DataSettings data() {
        return data;
    }

    /** Which categories train, validate and test, if there is no rotation. */
    public CategorySplit split() {
        return split;
    }

    /** What the two labels are called. */
    public LabelNames labelNames() {
        return labels;
    }

    /** How each condition is trained. */
    public TrainingPlan training() {
        return training;
    }

    /** What each training starts from. */
    public Optional<WeightsFile> weights() {
        return weights;
    }

    /** The root of all randomness. */
    public Seed seed() {
        return seed;
    }

    /** How often each condition is trained. */
    public Replication replication() {
        return replication;
    }

    /** Caps and weights of sources. */
    public TrainingMix mix() {
        return mix;
    }

    /** Which control conditions are added for each condition that adds images. */
    public List<Control.Means> controls() {
        return controls;
    }

    /** Which checks are made of the study. */
    public CheckSettings checks() {
        return checks;
    }

    /** What the report shows. */
    public ReportSettings report() {
        return report;
    }

    /** How many trainings there are at the same time, each in a process of its own if several. */
    public int processes() {
        return processes;
    }

    /** All trainings of some conditions. */
    public StudyPlan plan(List<Condition> some) {
        return replication.applyTo(new StudyPlan(some, List.of(split), List.of(seed), labels));
    }

    /** Which categories train, validate and test, in every way that there is. */
    public List<CategorySplit> splits() {
        return replication.rotations() == Replication.Rotations.ALL
                ? split.rotations()
                : List.of(split);
    }

    /** What surrounds each training. */
    public TrainingOptions options(ProgressListener listener) {
        TrainingOptions options =
                TrainingOptions.DEFAULT
                        .withProgress(listener)
                        .withImageFolder(StudyFolders.decodedImages(folder));
        return weights.map(options::withInitialWeights).orElse(options);
    }

    /** Every setting that changes what each training comes to, by name. */
    public Map<String, String> ofEachTraining() {
        return SettingsText.ofEachTraining(this);
    }

    /** Every setting that changes results, by name. */
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
        private DataSettings data = DataSettings.DEFAULT;
        private CategorySplit split = CategorySplit.PAPER;
        private LabelNames labels = LabelNames.INTEREST;
        private TrainingPlan training = TrainingPlan.paper();
        private Optional<WeightsFile> weights = Optional.empty();
        private Seed seed = new Seed(1);
        private Replication replication = Replication.ONCE;
        private TrainingMix mix = TrainingMix.ALL;
        private List<Control.Means> controls = List.of();
        private CheckSettings checks = CheckSettings.CHEAP;
        private ReportSettings report = ReportSettings.DEFAULT;
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
