package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * Makes a condition's training as long as that of another condition, without that condition's
 * images: what the other gains by having more images, or more updates of the weights, this one
 * gains too. What remains between the two is the effect of the other's images, not of their number.
 *
 * <p>Equal is the number of images that an epoch draws, under the same category split and
 * manifests, after the other condition's own caps and weights. Copies keep the shares of sources,
 * labels, people and recordings that the condition has by itself, each to within one image; so the
 * prevalence is its own too, not the other condition's.
 *
 * <p>The paper has no such conditions.
 *
 * @param like the condition that it is made equal to; no control itself
 * @param means how it is made equal
 */
public record Control(Condition like, Means means) {

    /** How a training set is made as large as another one. */
    public enum Means {
        /**
         * Images are repeated in the training set. A repetition is augmented as its original is in
         * the same epoch, so the two are the same pixels: size without anything new to see.
         */
        DUPLICATES("duplicates", "duplicated to the size of"),
        /**
         * Images are repeated in the training set, and each repetition is augmented by itself: the
         * effect of classic augmentation on the existing images.
         */
        AUGMENTED("augmented", "augmented to the size of"),
        /**
         * The training set is unchanged, and an epoch continues with further shuffled passes over
         * it, each augmented independently, until as many images were drawn. No image is drawn more
         * often than another in the long run, where the other means choose once which images have
         * one copy more.
         */
        UPDATES("updates", "as many updates as");

        private final String id;
        private final String words;

        Means(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /** For condition ids and options. */
        public String id() {
            return id;
        }
    }

    public Control {
        requireNonNull(means);
        checkArgument(
                !like.isControl(),
                "condition %s is itself a control: name the condition that it controls for",
                like.id());
    }

    /** The id of the control of a condition. */
    String idOf(Condition condition) {
        return FileNames.bounded(
                condition.id() + "-" + means.id + "-of-size-" + like.id(), FileNames.LONGEST_ID);
    }

    /** The title of the control of a condition. */
    String titleOf(Condition condition) {
        return condition.title() + ", " + means.words + " " + like.title();
    }
}
