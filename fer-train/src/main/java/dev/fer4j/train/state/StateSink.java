package dev.fer4j.train.state;

import java.util.function.Supplier;

/** Receives the state of a training at every point from which it can be resumed. */
@FunctionalInterface
public interface StateSink {

    /** Why a state is offered. */
    enum Occasion {
        /** A step has ended. */
        STEP,
        /** An epoch, including validation, or the whole training has ended. */
        EPOCH,
        /** Training was asked to stop and ends now. */
        STOP
    }

    /**
     * The position of a training.
     *
     * @param occasion why the state is offered
     * @param epoch the current or next epoch, from 1
     * @param step number of finished batches of that epoch
     */
    record Position(Occasion occasion, int epoch, int step) {}

    /**
     * Accepts the state or ignores it. Called on the training's thread.
     *
     * @param state copies the state in native memory; the receiver must close it, on any thread
     */
    void offer(Position position, Supplier<CapturedState> state);

    /** Returns a sink that ignores all states. */
    static StateSink none() {
        return (position, state) -> {};
    }
}
