package dev.fer4j.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.internal.FlatParameters;
import dev.fer4j.train.internal.Score;
import dev.fer4j.train.internal.WeightSnapshot;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.state.CaptureMemory;
import dev.fer4j.train.state.CapturedState;
import dev.fer4j.train.state.SavedState;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that changes during a training: what is captured, restored and rolled back.
 *
 * <p>Random generators are not part of it, since they are reseeded from seed, epoch and step.
 */
final class TrainingState implements AutoCloseable {

    private static final String WEIGHTS = "weights/";
    private static final String BEST = "best/";
    private static final String GOOD = "good/";

    private final Seed seed;
    private final Network network;
    private final NDManager manager;
    private final Learner learner;
    private final TrainingProgress progress;
    private final WeightSnapshot best;
    private final CaptureMemory memory = new CaptureMemory();
    private Score score = new Score();
    private Optional<CapturedState> good = Optional.empty();

    TrainingState(TrainingPlan plan, Seed seed, Network network) {
        this.seed = seed;
        this.network = network;
        this.manager = network.manager().newSubManager();
        this.learner = new Learner(network, manager, plan.optimization());
        this.progress = new TrainingProgress(plan);
        this.best = new WeightSnapshot(manager, network.parameters());
        network.freeze(progress.phase().frozen());
    }

    Network network() {
        return network;
    }

    Learner learner() {
        return learner;
    }

    TrainingProgress progress() {
        return progress;
    }

    /** The score of the epoch's batches so far. */
    Score score() {
        return score;
    }

    /** The best weights so far; the initial ones before the first epoch has ended. */
    WeightSnapshot best() {
        return best;
    }

    /** Copies the current weights, averaged if the plan says so, into another network. */
    void copyWeightsTo(Network other) {
        learner.withAverage(
                () -> {
                    try (WeightSnapshot present =
                            new WeightSnapshot(network.manager(), network.parameters())) {
                        present.copyTo(other.parameters());
                    }
                    return other;
                });
    }

    /** Records the epoch's scores, and keeps the weights if they are the best so far. */
    void scored(Score validation) {
        TrainingHistory.Epoch ended =
                new TrainingHistory.Epoch(
                        progress.epoch(),
                        progress.rate(),
                        score.loss(),
                        score.accuracy(),
                        score.auc(),
                        validation.loss(),
                        validation.accuracy(),
                        validation.auc());
        if (progress.isBest(ended)) {
            best.take();
        }
        progress.epochEnded(ended);
    }

    /** Begins the next epoch, which may be in a new phase. */
    void epochEnded() {
        score = new Score();
        network.freeze(progress.phase().frozen());
    }

    /** Whether there is a state to roll back to. */
    boolean canRollBack() {
        return good.isPresent();
    }

    /** Keeps this state as the one to roll back to. */
    void markGood() {
        CapturedState now = capture(Optional.empty());
        good.ifPresent(CapturedState::close);
        good = Optional.of(now);
    }

    /** Rolls back to the kept state, at half the learning rate. */
    void rollBack() {
        int times = progress.rollBacks() + 1;
        CapturedState kept = good.orElseThrow();
        restoreThis(parse(kept.json()), SavedState.of(kept).tensors());
        progress.rolledBack(times);
    }

    /** Returns a copy of the whole state. */
    CapturedState capture() {
        return capture(good);
    }

    private CapturedState capture(Optional<CapturedState> withGood) {
        CaptureMemory.Room room = memory.take();
        return CloseOnFailure.of(room::close, () -> capture(withGood, room));
    }

    private CapturedState capture(Optional<CapturedState> withGood, CaptureMemory.Room room) {
        List<Tensor> tensors = new ArrayList<>();
        try (NDManager scratch = manager.newSubManager()) {
            List<Tensor> present = new ArrayList<>(learner.tensors(scratch));
            FlatParameters.groups(network.parameters())
                    .forEach(group -> present.addAll(group.tensors(WEIGHTS)));
            present.addAll(best.tensors(BEST));
            tensors.addAll(room.copy(present));
        }
        List<Score.Entry> entries = score.entries();
        tensors.add(scores("logits", entries, Score.Entry::logit));
        tensors.add(scores("targets", entries, Score.Entry::target));
        tensors.add(scores("weights", entries, Score.Entry::weight));
        withGood.ifPresent(
                kept ->
                        kept.tensors()
                                .forEach(
                                        t ->
                                                tensors.add(
                                                        new Tensor(
                                                                GOOD + t.name(),
                                                                t.type(),
                                                                t.shape(),
                                                                t.data()))));
        SavedProgress numbers =
                progress.saved(
                        seed.value(), entries.size(), learner, withGood.map(CapturedState::json));
        return new CapturedState(room, Json.line(numbers), tensors, withGood);
    }

    private static Tensor scores(
            String name, List<Score.Entry> entries, Function<Score.Entry, Float> field) {
        ByteBuffer bytes =
                ByteBuffer.allocate(entries.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        entries.forEach(entry -> bytes.putFloat(field.apply(entry)));
        return new Tensor(
                "score/" + name,
                TensorType.F32,
                new Shape(entries.size()),
                () -> bytes.duplicate().flip());
    }

    /**
     * Restores a saved state.
     *
     * @throws InputException if its values are invalid or belong to another seed, or its tensors
     *     belong to another network
     */
    void restore(SavedState state) {
        try {
            restoreAll(state);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    "state of the training",
                    "does not fit the network: " + e.getMessage(),
                    "resume with the network that it belongs to, or start again",
                    e);
        }
    }

    private void restoreAll(SavedState state) {
        SavedProgress saved = parse(state.json());
        if (saved.seed() != seed.value()) {
            throw new InputException(
                    Problem.Kind.BAD_SETTING,
                    "state of the training",
                    "has seed " + saved.seed() + ", not " + seed.value(),
                    "resume with the same seed, or start again");
        }
        saved.good()
                .ifPresent(
                        json -> {
                            restoreThis(parse(json), name -> state.tensors().apply(GOOD + name));
                            markGood();
                        });
        restoreThis(saved, state.tensors());
    }

    private static SavedProgress parse(String json) {
        return Json.parse(json, SavedProgress.class, "state of the training");
    }

    private void restoreThis(SavedProgress saved, Function<String, ByteBuffer> tensors) {
        progress.restore(saved);
        network.freeze(progress.phase().frozen());
        try (WeightSnapshot present = new WeightSnapshot(manager, network.parameters())) {
            present.read(WEIGHTS, tensors);
            present.restore();
        }
        best.read(BEST, tensors);
        learner.restore(saved, tensors);
        FloatBuffer logits = floats(tensors.apply("score/logits"));
        FloatBuffer targets = floats(tensors.apply("score/targets"));
        FloatBuffer weights = floats(tensors.apply("score/weights"));
        score = new Score();
        for (int i = 0; i < saved.samples(); i++) {
            score.add(new Score.Entry(logits.get(i), targets.get(i), weights.get(i)));
        }
    }

    private static FloatBuffer floats(ByteBuffer bytes) {
        return bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    /** Frees everything except the network. */
    @Override
    public void close() {
        manager.close();
        good.ifPresent(CapturedState::close);
        memory.close();
    }
}
