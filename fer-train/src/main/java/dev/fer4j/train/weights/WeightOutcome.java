package dev.fer4j.train.weights;

/** The outcome of loading for a weight of the network or a tensor of the file. */
public enum WeightOutcome {
    /** Loaded unchanged. */
    LOADED(true),
    /** Loaded with permuted axes. */
    RESHAPED(true),
    /** A weight of the last layer that keeps its values, as the {@link HeadPolicy} allows. */
    KEPT(true),
    /** A tensor of the file that is not needed. */
    SKIPPED(true),
    /** A weight of the network that is missing in the file. */
    MISSING(false),
    /** A tensor of the file that does not belong to the network. */
    UNEXPECTED(false),
    /** A weight whose tensor has the wrong shape or type, or invalid values. */
    UNFIT(false);

    private final boolean acceptable;

    WeightOutcome(boolean acceptable) {
        this.acceptable = acceptable;
    }

    /** Whether weights may be loaded despite this outcome. */
    public boolean acceptable() {
        return acceptable;
    }
}
