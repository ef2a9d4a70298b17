package dev.fer4j.train;

import java.util.Locale;
import java.util.Optional;

/** A loss, gradient or weight became non-finite. */
public class NotFiniteException extends TrainingException {

    private final String quantity;
    private final String path;
    private final int epoch;
    private final int step;

    /**
     * Creates an exception that names the position.
     *
     * @param quantity for example {@code "the gradient"}
     * @param path path of the parameter; empty if the quantity belongs to none
     * @param epoch the epoch, from 1
     * @param step the step within the epoch, from 1
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

    /** The quantity: a loss, a gradient, a second moment or a weight. */
    public String quantity() {
        return quantity;
    }

    /** The parameter's path; empty if the value belongs to none. */
    public Optional<String> path() {
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }

    /** The epoch, from 1. */
    public int epoch() {
        return epoch;
    }

    /** The step within the epoch, from 1. */
    public int step() {
        return step;
    }
}
