package dev.fer4j.synthesis.training;

import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.weights.StyleGan2File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A StyleGAN2 training that has ended or was asked to stop. Owns its networks until closed. */
public final class GanRun implements AutoCloseable {

    /** Why a training ended. */
    public enum Ending {
        /** The discriminator has seen all planned images. */
        COMPLETED,
        /** It was asked to stop. */
        STOPPED
    }

    private final GanNetworks networks;
    private final Generator averaged;
    private final GanHistory history;
    private final Ending ending;
    private final List<String> resumedDespite;
    private final Map<String, String> metadata;

    GanRun(
            GanNetworks networks,
            Generator averaged,
            GanHistory history,
            Ending ending,
            List<String> resumedDespite,
            Map<String, String> metadata) {
        this.networks = networks;
        this.averaged = averaged;
        this.history = history;
        this.ending = ending;
        this.resumedDespite = List.copyOf(resumedDespite);
        this.metadata = Map.copyOf(metadata);
    }

    /** The averaged generator, which is the one to generate images with. */
    public Generator generator() {
        return averaged;
    }

    /** The discriminator in its final state. */
    public Discriminator discriminator() {
        return networks.discriminator();
    }

    /** The history of the training. */
    public GanHistory history() {
        return history;
    }

    /** Why the training ended. */
    public Ending ending() {
        return ending;
    }

    /** Differences between this training and the state that it resumed from. */
    public List<String> resumedDespite() {
        return resumedDespite;
    }

    /**
     * Metadata on the origin of these networks for their files: images seen, seed, and the sources,
     * licences and consents of the training images, since generated images may show the people in
     * them.
     */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Writes {@code generator.safetensors}, the averaged generator, and {@code
     * networks.safetensors}, which includes the discriminator, both with {@link #metadata}.
     *
     * @return the generator's file
     * @throws IOException if a file cannot be written
     */
    public Path save(Path folder) throws IOException {
        Path weights = folder.resolve("generator.safetensors");
        new StyleGan2File(weights).write(averaged, Optional.empty(), metadata);
        new StyleGan2File(folder.resolve("networks.safetensors"))
                .write(averaged, Optional.of(discriminator()), metadata);
        return weights;
    }

    @Override
    public void close() {
        networks.close();
    }
}
