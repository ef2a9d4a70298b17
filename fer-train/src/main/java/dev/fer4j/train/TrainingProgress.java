package dev.fer4j.train;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.EarlyStopping;
import dev.fer4j.train.plan.Patience;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The position of a training in its phases and epochs, and its history; decides when it ends. */
final class TrainingProgress {

    private final EarlyStopping stopping;
    private final List<Phase> phases;
    private int phase;
    private int phaseStart = 1;
    private int epoch = 1;
    private int step;
    private double rate;
    private final List<TrainingHistory.Epoch> epochs = new ArrayList<>();
    private int best;
    private Patience patience = Patience.NEW;
    private Patience plateau = Patience.NEW;
    private double plateauShare = 1;
    private int rollBacks;
    private Optional<TrainingRun.Ending> ending = Optional.empty();

    TrainingProgress(TrainingPlan plan) {
        this.stopping = plan.earlyStopping();
        this.phases = plan.schedule();
    }

    Phase phase() {
        return phases.get(phase);
    }

    int epoch() {
        return epoch;
    }

    int step() {
        return step;
    }

    int rollBacks() {
        return rollBacks;
    }

    /** The learning rate of the last update. */
    double rate() {
        return rate;
    }

    Optional<TrainingRun.Ending> ending() {
        return ending;
    }

    TrainingHistory history() {
        return new TrainingHistory(epochs, best);
    }

    /**
     * The learning rate of the next update.
     *
     * @param update index of the update in the epoch, from 0
     * @param updates number of updates in the epoch
     */
    double rateOf(int update, int updates) {
        double scheduled = phase().learningRate().at(epoch - phaseStart + 1, update, updates);
        rate = scheduled * plateauShare * Math.pow(0.5, rollBacks);
        return rate;
    }

    void stepEnded() {
        step++;
    }

    /** Whether an epoch is better than all previous ones. */
    boolean isBest(TrainingHistory.Epoch ended) {
        return stopping.isBest(
                ended, best == 0 ? Optional.empty() : Optional.of(epochs.get(best - 1)));
    }

    /** Adds an epoch to the history and moves on to the next one, which may be in a new phase. */
    void epochEnded(TrainingHistory.Epoch ended) {
        best = isBest(ended) ? ended.epoch() : best;
        epochs.add(ended);
        int inPhase = epoch - phaseStart + 1;
        patience = stopping.after(ended, inPhase, patience);
        phase().learningRate().plateau().ifPresent(rule -> watchPlateau(rule, ended));
        boolean early = stopping.isExhausted(patience);
        epoch++;
        step = 0;
        if (early || inPhase == phase().epochs()) {
            phaseEnded(early ? TrainingRun.Ending.EARLY : TrainingRun.Ending.COMPLETED);
        }
    }

    private void watchPlateau(LearningRate.Plateau rule, TrainingHistory.Epoch ended) {
        plateau = plateau.after(ended, rule.metric(), rule.minChange());
        if (plateau.waited() >= rule.patience()) {
            plateau = plateau.anew();
            plateauShare = rule.lowered(plateauShare);
        }
    }

    private void phaseEnded(TrainingRun.Ending why) {
        if (phase + 1 == phases.size()) {
            ending = Optional.of(why);
            return;
        }
        phase++;
        phaseStart = epoch;
        patience = Patience.NEW;
        plateau = Patience.NEW;
        plateauShare = 1;
    }

    /** Ends the training after the epochs so far. */
    void end(TrainingRun.Ending why) {
        ending = Optional.of(why);
    }

    /**
     * Sets the number of roll-backs; to be called after the state of the previous epoch's end has
     * been restored.
     */
    void rolledBack(int times) {
        rollBacks = times;
    }

    SavedProgress saved(long seed, int samples, Learner learner, Optional<String> good) {
        return new SavedProgress(
                SavedProgress.VERSION,
                seed,
                phase,
                phaseStart,
                epoch,
                step,
                samples,
                learner.updates(),
                rate,
                learner.waitingBatches(),
                learner.waitingWeight(),
                epochs,
                best,
                patience,
                plateau,
                plateauShare,
                rollBacks,
                learner.adamSteps(),
                ending,
                good);
    }

    void restore(SavedProgress saved) {
        phase = saved.phase();
        phaseStart = saved.phaseStart();
        epoch = saved.epoch();
        step = saved.step();
        rate = saved.learningRate();
        epochs.clear();
        epochs.addAll(saved.epochs());
        best = saved.bestEpoch();
        patience = saved.patience();
        plateau = saved.plateau();
        plateauShare = saved.plateauShare();
        rollBacks = saved.rollBacks();
        ending = saved.ending();
    }
}
