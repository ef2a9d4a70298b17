package dev.fer4j.synthesis.training;

import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import java.util.List;

/** A training of StyleGAN2 that has ended, or was asked to stop. Owns its networks until closed. */
public final class GanRun implements AutoCloseable {

    /** Why it ended. */
    public enum Ending {
        /** The discriminator has seen all images that were planned. */
        COMPLETED,
        /** It was asked to stop. */
        STOPPED
    }

    private final GanNetworks networks;
    private final Generator averaged;
    private final GanHistory history;
    private final Ending ending;
    private final List<String> resumedDespite;

    GanRun(
            GanNetworks networks,
            Generator averaged,
            GanHistory history,
            Ending ending,
            List<String> resumedDespite) {
        this.networks = networks;
        this.averaged = averaged;
        this.history = history;
        this.ending = ending;
        this.resumedDespite = List.copyOf(resumedDespite);
    }

    /** The averaged generator, which is the one to make images with. */
    public Generator generator() {
        return averaged;
    }

    /** The discriminator as it is at the end. */
    public Discriminator discriminator() {
        return networks.discriminator();
    }

    /** How it went. */
    public GanHistory history() {
        return history;
    }

    /** Why it ended. */
    public Ending ending() {
        return ending;
    }

    /** Differences between this training and the state that it went on from. */
    public List<String> resumedDespite() {
        return resumedDespite;
    }

    @Override
    public void close() {
        networks.close();
    }
}
