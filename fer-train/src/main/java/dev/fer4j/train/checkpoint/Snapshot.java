package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Utf8;
import dev.fer4j.train.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a training needs to resume.
 *
 * @param state a JSON object, restored character by character; names in an object must be unique,
 *     nesting at most {@value StrictJson#DEEPEST_STATE} deep, and numbers finite
 * @param tensors tensors with distinct names; their bytes are requested once, on another thread
 */
public record Snapshot(String state, List<Tensor> tensors) {

    /** Maximum length of a state, in bytes of UTF-8. */
    public static final int LONGEST_STATE = 1 << 22;

    /**
     * Checks the state and the names of the tensors.
     *
     * @throws IllegalArgumentException if the state is not such an object or longer than {@link
     *     #LONGEST_STATE}, or a name occurs twice
     */
    public Snapshot {
        tensors = List.copyOf(tensors);
        int length = Utf8.encodedLength(state);
        checkArgument(length <= LONGEST_STATE, "the state has %s bytes", length);
        StrictJson.requireObject(state);
        Set<String> names = new HashSet<>();
        for (Tensor tensor : tensors) {
            checkArgument(names.add(tensor.name()), "tensor %s occurs twice", tensor.name());
        }
    }
}
