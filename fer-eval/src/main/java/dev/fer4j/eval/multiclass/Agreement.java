package dev.fer4j.eval.multiclass;

/** How far apart two classes are, for {@link ClassConfusion#kappa}. */
public enum Agreement {
    /** Classes without an order: 1 if they differ. */
    NOMINAL,
    /** Ordered classes: the number of steps between them. */
    LINEAR,
    /** Ordered classes: the squared number of steps, which weighs far errors most. */
    QUADRATIC;

    int distance(int a, int b) {
        int steps = Math.abs(a - b);
        return switch (this) {
            case NOMINAL -> Math.min(steps, 1);
            case LINEAR -> steps;
            case QUADRATIC -> steps * steps;
        };
    }
}
