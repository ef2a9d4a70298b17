package dev.fer4j.train.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fer4j.train.NotFiniteException;
import dev.fer4j.train.TrainingRun;

/** What to do when a loss, gradient or weight is not finite. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OnNotFinite.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = OnNotFinite.KeepBest.class, name = "keep-best"),
    @JsonSubTypes.Type(value = OnNotFinite.RollBack.class, name = "roll-back")
})
public sealed interface OnNotFinite {

    /** Training ends with a {@link NotFiniteException}. The last saved state remains valid. */
    record Stop() implements OnNotFinite {}

    /**
     * Training ends with the best weights so far, which {@link TrainingRun#ending} reports. In the
     * first epoch, when there are none, it ends with a {@link NotFiniteException}.
     */
    record KeepBest() implements OnNotFinite {}

    /**
     * Training returns to the end of the previous epoch and continues from there at half the
     * learning rate. Needs memory for another copy of weights and moments.
     *
     * @param most maximum number of times, at least 1; after that, training ends with a {@link
     *     NotFiniteException}
     */
    record RollBack(int most) implements OnNotFinite {
        public RollBack {
            checkArgument(most >= 1, "%s rollbacks are not at least 1", most);
        }
    }
}
