package dev.fer4j.train.weights;

/** What became of a weight of the network or a tensor of the file. */
public enum WeightOutcome {
    /** Taken as it is. */
    LOADED(true),
    /** Taken with its axes in another order. */
    RESHAPED(true),
    /** A weight of the last layer that keeps its values, as the {@link HeadPolicy} allows. */
    KEPT(true),
    /** A tensor of the file that is not used, and need not be. */
    SKIPPED(true),
    /** A weight of the network that the file does not have. */
    MISSING(false),
    /** A tensor of the file that the network has no place for. */
    UNEXPECTED(false),
    /** A weight whose tensor has another shape or type, or values that cannot be. */
    UNFIT(false);

    private final boolean acceptable;

    WeightOutcome(boolean acceptable) {
        this.acceptable = acceptable;
    }

    /** Whether weights may be loaded in spite of it. */
    public boolean acceptable() {
        return acceptable;
    }
}
