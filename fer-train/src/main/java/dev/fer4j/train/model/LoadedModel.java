package dev.fer4j.train.model;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.network.StagedBlock;
import java.util.List;

/**
 * A model that was read from a file. Owns native memory until it is closed.
 *
 * <p>Its weights require no gradients. To continue training, call {@link StagedBlock#freeze} with
 * the stages to freeze, possibly none.
 *
 * @param description everything needed to use the model
 * @param network the network with its weights; open until the model is closed
 * @param manager the owner of the network's arrays, on their device
 */
public record LoadedModel(ModelDescription description, Block network, NDManager manager)
        implements AutoCloseable {

    /**
     * Returns the network as a block of named stages with feature maps ({@link #stages}).
     *
     * @throws InputException if it has none
     */
    public StagedBlock staged() {
        if (network instanceof StagedBlock staged && !stages(staged).isEmpty()) {
            return staged;
        }
        throw new InputException(
                Problem.Kind.BAD_SETTING,
                "backbone " + description.backbone(),
                "has no named stages with feature maps",
                "build a StagedBlock");
    }

    /**
     * The stages with feature maps, in the order of the network; at least one.
     *
     * @throws InputException if there is none
     */
    public List<String> stages() {
        return stages(staged());
    }

    private List<String> stages(StagedBlock staged) {
        return staged.stagesWithMaps(description.preprocessing().inputSize());
    }

    @Override
    public void close() {
        manager.close();
    }
}
