package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * Matches the length of a condition's training to that of another condition without using its
 * images. What the other condition gains from having more images, or more weight updates, this one
 * gains too, so the remaining difference is the effect of the images themselves, not of their
 * number.
 *
 * <p>What is matched is the number of images drawn per epoch, under the same category split and
 * manifests, after applying the caps and weights of the other condition. Copies preserve the
 * condition's own proportions of sources, labels, people and recordings, each to within one image,
 * and thus its own prevalence, not that of the other condition.
 *
 * <p>The paper has no such conditions.
 *
 * @param like the condition to match; not a control itself
 * @param means how the length is matched
 */
public record Control(Condition like, Means means) {

    /** How the length of training is matched. */
    public enum Means {
        /**
         * Images are repeated in the training set. A repetition gets the same augmentation as its
         * original in each epoch, so both have the same pixels: a larger set without new content.
         */
        DUPLICATES("duplicates", "duplicated to the size of"),
        /**
         * Images are repeated in the training set, and each repetition is augmented independently:
         * the effect of classic augmentation of the existing images.
         */
        AUGMENTED("augmented", "augmented to the size of"),
        /**
         * The training set is unchanged, and an epoch continues with further shuffled passes over
         * it, each augmented independently, until as many images have been drawn. In the long run,
         * all images are drawn equally often, whereas the other means fix once which images have an
         * additional copy.
         */
        UPDATES("updates", "as many updates as");

        private final String id;
        private final String words;

        Means(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /** The name used in condition ids and options. */
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

    /** The id of a condition's control. */
    String idOf(Condition condition) {
        return FileNames.bounded(
                condition.id() + "-" + means.id + "-of-size-" + like.id(), FileNames.LONGEST_ID);
    }

    /** The title of a condition's control. */
    String titleOf(Condition condition) {
        return condition.title() + ", " + means.words + " " + like.title();
    }
}
