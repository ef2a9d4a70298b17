package dev.fer4j.eval.probe;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.FileNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Training with labels that were shuffled among recordings: a detector of leaks. A model then
 * learns nothing about interest, so test images, whose labels are kept, are ranked at chance: over
 * many shuffles their ROC AUC is 0.5 on average. If it is not, labels reach the model other than
 * through the training set, for example through test images in the training set, or through epochs
 * chosen on test labels.
 *
 * <p>Training and validation labels are shuffled separately: validation on true labels would
 * select, among uninformative epochs, one that is good by luck. Whole recordings exchange labels,
 * since the images of a recording share one; synthetic images take the new label of their parent.
 * All sources are shuffled together, so that none is tied to a label.
 *
 * <p>A single shuffle proves nothing: by luck a model can learn that smiles mean interest, or the
 * opposite, so an AUC of 0.7 or 0.3 need not indicate a leak. So there are several shuffles, one
 * for each seed, and {@link LabelShuffleCheck} evaluates their mean.
 *
 * <pre>
 * StudyPlan shuffled = LabelShuffle.plan(plan, 10);
 * CellRunner runner = LabelShuffle.runner(manifests, m -&gt; new CellTrainer(m, …)::run);
 * StudyResult result = new StudyRunner(shuffled, folder, fingerprint).run(runner, listener);
 * LabelShuffleCheck check = LabelShuffleCheck.of(result);
 * </pre>
 *
 * <p>The paper has no such check.
 */
public final class LabelShuffle {

    private LabelShuffle() {}

    /**
     * The plan of the check: every condition except controls, under its own id and title, trained
     * once for each shuffle. Its cells can be kept in the study's own folder. No people are held
     * out: new people with shuffled labels are uninformative.
     *
     * @param study the study to check
     * @param shuffles at least 2; with 10 the mean AUC is about three times as precise as a single
     *     one
     */
    public static StudyPlan plan(StudyPlan study, int shuffles) {
        checkArgument(shuffles >= 2, "%s shuffles have no spread: use at least 2", shuffles);
        List<Condition> conditions =
                study.withoutControls().stream()
                        .map(
                                condition ->
                                        new Condition(
                                                idOf(condition),
                                                condition.title() + ", labels shuffled",
                                                condition.evaluationSource(),
                                                condition.addedSources(),
                                                condition.mix()))
                        .toList();
        List<CategorySplit> splits =
                study.splits().stream()
                        .map(s -> new CategorySplit(s.train(), s.validate(), s.test()))
                        .distinct()
                        .toList();
        return new StudyPlan(conditions, splits, study.seeds()).withSeeds(shuffles);
    }

    /** The id of a condition in the check's plan. */
    public static String idOf(Condition condition) {
        return FileNames.bounded(condition.id() + "-shuffled-labels", FileNames.LONGEST_ID);
    }

    /**
     * Runs each cell on manifests that are shuffled for it.
     *
     * @param manifests of all sources, with true labels
     * @param training creates the runner for given manifests
     */
    public static CellRunner runner(
            List<Manifest> manifests, Function<List<Manifest>, CellRunner> training) {
        return cell -> training.apply(manifests(manifests, cell)).run(cell);
    }

    /**
     * The manifests with the training and validation labels of a cell shuffled. The shuffle depends
     * on the cell's seed and on the order of the manifests and their samples.
     *
     * @param manifests of all sources, with true labels; those of other sources are unchanged
     */
    public static List<Manifest> manifests(List<Manifest> manifests, Cell cell) {
        Shuffled shuffled = new Shuffled(cell);
        manifests.forEach(manifest -> manifest.samples().forEach(shuffled::add));
        shuffled.shuffle();
        return manifests.stream()
                .map(
                        manifest ->
                                new Manifest(
                                        manifest.source(),
                                        manifest.samples().stream().map(shuffled::apply).toList(),
                                        manifest.quarantined()))
                .toList();
    }

    /**
     * A unit with a single label.
     *
     * @param use training or validation
     * @param source the recording's source
     * @param recording its id
     * @param label its true label
     */
    private record Unit(Split use, String source, String recording, Label label) {}

    /**
     * The key by which synthetic images refer to their parent.
     *
     * @param recording the parent's id
     * @param label its true label
     */
    private record Parent(String recording, Label label) {}

    private static final class Shuffled {

        private final Cell cell;
        private final List<Sample> real = new ArrayList<>();
        private final SetMultimap<String, Optional<Split>> uses = HashMultimap.create();
        private final Map<Split, Set<Unit>> units = new EnumMap<>(Split.class);
        private final Map<Unit, Label> labels = new LinkedHashMap<>();
        private final Map<Parent, Label> ofParents = new HashMap<>();

        Shuffled(Cell cell) {
            this.cell = cell;
        }

        void add(Sample sample) {
            if (!sample.isSynthetic()) {
                real.add(sample);
                uses.put(key(sample), use(sample));
            }
        }

        private static String key(Sample sample) {
            return sample.source() + "/" + sample.recording();
        }

        private Optional<Split> use(Sample sample) {
            Condition condition = cell.condition();
            return sample.source().equals(condition.evaluationSource())
                    ? sample.category().flatMap(cell.split()::splitOf)
                    : condition.addedSources().contains(sample.source())
                            ? Optional.of(Split.TRAIN)
                            : Optional.empty();
        }

        /**
         * The unit that a real sample belongs to; empty if its label is kept, also because its
         * recording is in several splits, as an allowed leak is, and must have one label.
         */
        private Optional<Unit> unit(Sample sample) {
            return use(sample)
                    .filter(split -> split != Split.TEST && uses.get(key(sample)).size() == 1)
                    .map(
                            split ->
                                    new Unit(
                                            split,
                                            sample.source(),
                                            sample.recording(),
                                            sample.label()));
        }

        void shuffle() {
            for (Sample sample : real) {
                unit(sample)
                        .ifPresent(
                                unit ->
                                        units.computeIfAbsent(
                                                        unit.use(), any -> new LinkedHashSet<>())
                                                .add(unit));
            }
            units.forEach(
                    (use, some) -> {
                        List<Label> shuffled = new ArrayList<>();
                        some.forEach(unit -> shuffled.add(unit.label()));
                        Seed seed = cell.seed().derive("shuffled labels of " + use.id());
                        shuffle(shuffled, seed.generator());
                        int next = 0;
                        for (Unit unit : some) {
                            labels.put(unit, shuffled.get(next++));
                        }
                    });
            labels.forEach(
                    (unit, label) -> {
                        if (unit.use() == Split.TRAIN) {
                            ofParents.put(new Parent(unit.recording(), unit.label()), label);
                        }
                    });
        }

        /** A uniformly random permutation (R. A. Fisher, F. Yates; D. E. Knuth). */
        private static void shuffle(List<Label> labels, RandomGenerator random) {
            for (int i = labels.size(); i > 1; i--) {
                Collections.swap(labels, i - 1, random.nextInt(i));
            }
        }

        Sample apply(Sample sample) {
            if (sample.origin() instanceof Origin.Synthetic synthetic) {
                boolean trains = cell.condition().addedSources().contains(sample.source());
                Parent parent = new Parent(synthetic.parentRecording(), sample.label());
                return trains && ofParents.containsKey(parent)
                        ? sample.withLabel(ofParents.get(parent))
                        : sample;
            }
            return unit(sample).map(unit -> sample.withLabel(labels.get(unit))).orElse(sample);
        }
    }
}
