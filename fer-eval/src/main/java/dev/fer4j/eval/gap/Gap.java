package dev.fer4j.eval.gap;

/**
 * Which two ROC AUCs are compared, as the first minus the second. The larger a gap, the less a
 * model generalizes from the first to the second.
 *
 * <p>The first three compare different people, so they also reflect differences of people,
 * categories and prevalence. The last two compare the same people in two roles, which requires
 * rotations.
 */
public enum Gap {
    /**
     * Training images against the test split. The first AUC is that of the training images as seen
     * during the best epoch: augmented, with dropout, while weights were changing; so it is lower
     * than that of the trained model. It measures the fit to the training images, not how well the
     * model generalizes within their category.
     */
    TRAINING("training images as seen in the best epoch, against test people and categories"),

    /**
     * The validation split against the test split: two categories that were not trained on. The
     * epoch was chosen on the first, which is therefore slightly optimistic; the rest of the gap is
     * the difference between two categories and their people.
     */
    VALIDATION(
            "people and categories on which the epoch was chosen, against test people and"
                    + " categories"),

    /**
     * Held-out people of the training categories against the test split: new people with seen
     * content against new people with unseen content. The people differ.
     */
    SEEN("held-out people with content seen in training, against test people and categories"),

    /**
     * The same people with content seen in training, while they themselves were held out, against
     * unseen content, in the rotations that test their category. This isolates the effect of
     * content.
     */
    CONTENT("the same people, with content seen in training against unseen content"),

    /**
     * The same people and the same training categories, with the epoch chosen on them against not:
     * the optimism of a validation split.
     */
    SELECTION(
            "the same people and training categories, with the epoch chosen on them against not"
                    + " chosen on them");

    private final String words;

    Gap(String words) {
        this.words = words;
    }

    /** What is compared, for readers of a report. */
    public String words() {
        return words;
    }
}
