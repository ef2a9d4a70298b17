package dev.fer4j.train;

import java.util.Locale;
import java.util.Optional;

/** A loss, gradient or weight is infinite or no number, in the step in which it became so. */
public class NotFiniteException extends TrainingException {

    private final String quantity;
    private final String path;
    private final int epoch;
    private final int step;

    /**
     * Names the place.
     *
     * @param quantity what it is, for example {@code "the gradient"}
     * @param path of the parameter; empty where it belongs to none
     * @param epoch from 1
     * @param step from 1
     * @param rate the learning rate
     */
    public NotFiniteException(
            String quantity, Optional<String> path, int epoch, int step, double rate) {
        super(
                String.format(
                        Locale.ROOT,
                        "%s%s is not finite in epoch %d, step %d, at a learning rate of %s: try a"
                                + " lower one, or clip gradients",
                        quantity,
                        path.map(name -> " of " + name).orElse(""),
                        epoch,
                        step,
                        rate));
        this.quantity = quantity;
        this.path = path.orElse("");
        this.epoch = epoch;
        this.step = step;
    }

    /** What it is: a loss, a gradient, a second moment, a weight. */
    public String quantity() {
        return quantity;
    }

    /** The parameter; empty where it belongs to none. */
    public Optional<String> path() {
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }

    /** From 1. */
    public int epoch() {
        return epoch;
    }

    /** The step of the epoch, from 1. */
    public int step() {
        return step;
    }
}
