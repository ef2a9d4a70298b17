package dev.fer4j.train.state;

import java.util.function.Supplier;

/** Is offered the state of a training at every point from which it can be resumed. */
@FunctionalInterface
public interface StateSink {

    /** Why a state is offered. */
    enum Occasion {
        /** A step has ended. */
        STEP,
        /** An epoch has ended, validation included, or the whole training. */
        EPOCH,
        /** Training was asked to stop and ends now. */
        STOP
    }

    /**
     * Where a training is.
     *
     * @param occasion why the state is offered
     * @param epoch the epoch that is trained or comes next, from 1
     * @param step batches of it that are done
     */
    record Position(Occasion occasion, int epoch, int step) {}

    /**
     * Accepts the state or ignores it. Called on the training's thread.
     *
     * @param state copies everything, in native memory; the receiver closes it, on any thread
     */
    void offer(Position position, Supplier<CapturedState> state);

    /** Never takes it. */
    static StateSink none() {
        return (position, state) -> {};
    }
}
