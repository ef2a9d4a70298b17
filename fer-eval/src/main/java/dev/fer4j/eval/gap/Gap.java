package dev.fer4j.eval.gap;

/**
 * Which two ROC AUCs are compared: the first less the second. The larger a gap, the less a model
 * generalizes from the first to the second.
 *
 * <p>The first three are available for every split; but they compare different people, so they also
 * contain the differences of people, categories and prevalence. The last two compare the same
 * people in two roles, which takes rotations.
 */
public enum Gap {
    /**
     * Training images against the test split. The first AUC is that of the best epoch's training
     * images as they were seen: augmented, with dropout, while weights moved; so it is lower than
     * the trained model's own. It says how far the model fits its images, not how well it knows
     * their category.
     */
    TRAINING("training images as seen in the best epoch, against test people and categories"),

    /**
     * The validation split against the test split: two categories that were not trained on. The
     * epoch was chosen on the first, so it is a little too good; the rest of the difference is that
     * of two categories and their people.
     */
    VALIDATION(
            "people and categories on which the epoch was chosen, against test people and"
                    + " categories"),

    /**
     * Held-out people of the training categories against the test split: new people with content
     * that was seen against new people with content that was not. The people differ.
     */
    SEEN("held-out people with content seen in training, against test people and categories"),

    /**
     * The same people with content seen in training, while they themselves were held out, against
     * unseen content, in the rotations that test their category. This is the gap of content alone.
     */
    CONTENT("the same people, with content seen in training against unseen content"),

    /**
     * The same people, and the same training categories, choosing the epoch against not: by how
     * much a validation split is too good.
     */
    SELECTION(
            "the same people and training categories, with the epoch chosen on them against not"
                    + " chosen on them");

    private final String words;

    Gap(String words) {
        this.words = words;
    }

    /** What is compared, for the reader of a report. */
    public String words() {
        return words;
    }
}
