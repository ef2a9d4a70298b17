package dev.fer4j.train.optim;

import static java.util.Objects.requireNonNull;

/**
 * A value that is infinite or no number.
 *
 * @param quantity what it belongs to
 * @param path of the parameter; of several the last one of the network, since gradients come from
 *     there
 */
public record NonFinite(Quantity quantity, String path) {

    /** What belongs to a parameter. */
    public enum Quantity {
        GRADIENT,
        /** Adam's second moment, whose squares overflow before gradients do. */
        SECOND_MOMENT,
        /** The values. */
        WEIGHT
    }

    public NonFinite {
        requireNonNull(quantity);
        requireNonNull(path);
    }
}
