package dev.fer4j.train.optim;

import static java.util.Objects.requireNonNull;

/**
 * An infinite or NaN value.
 *
 * @param quantity the kind of value
 * @param path path of the parameter; if there are several, the last one in the network, since
 *     gradients propagate from there
 */
public record NonFinite(Quantity quantity, String path) {

    /** Kinds of values of a parameter. */
    public enum Quantity {
        GRADIENT,
        /** Adam's second moment, which overflows before gradients do. */
        SECOND_MOMENT,
        /** The values of the parameter. */
        WEIGHT
    }

    public NonFinite {
        requireNonNull(quantity);
        requireNonNull(path);
    }
}
