package dev.fer4j.train.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fer4j.train.NotFiniteException;
import dev.fer4j.train.TrainingRun;

/** What is done when a loss, gradient or weight is infinite or no number. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OnNotFinite.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = OnNotFinite.KeepBest.class, name = "keep-best"),
    @JsonSubTypes.Type(value = OnNotFinite.RollBack.class, name = "roll-back")
})
public sealed interface OnNotFinite {

    /** Training ends with a {@link NotFiniteException}. The last state that was saved is good. */
    record Stop() implements OnNotFinite {}

    /**
     * Training ends with the best weights so far, and says so ({@link TrainingRun#ending}). In the
     * first epoch, where there are none, it ends with a {@link NotFiniteException}.
     */
    record KeepBest() implements OnNotFinite {}

    /**
     * Training goes back to the end of the last epoch and on from there at half the rate. Costs
     * memory for another copy of weights and moments.
     *
     * @param most how often; then training ends with a {@link NotFiniteException}; at least 1
     */
    record RollBack(int most) implements OnNotFinite {
        public RollBack {
            checkArgument(most >= 1, "%s rollbacks are not at least 1", most);
        }
    }
}
