package dev.fer4j.train.keras.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A layer of a {@link KerasNetwork}.
 *
 * @param name its name, unique in the network: a lower-case letter, then letters, digits and
 *     underscores
 * @param source the name of the layer in Keras's file that has its weights
 * @param operation what it computes
 * @param inputs the names of the layers before it; several only for {@link LayerOperation.Sum}
 */
public record NetworkLayer(
        String name, String source, LayerOperation operation, List<String> inputs) {

    public NetworkLayer {
        checkArgument(name.matches("[a-z][A-Za-z0-9_]*"), "'%s' is not the name of a layer", name);
        requireNonNull(source);
        inputs = ImmutableList.copyOf(inputs);
        boolean fits =
                operation instanceof LayerOperation.Input
                        ? inputs.isEmpty()
                        : operation instanceof LayerOperation.Sum
                                ? !inputs.isEmpty()
                                : inputs.size() == 1;
        checkArgument(fits, "%s has %s inputs", name, inputs.size());
    }
}
