package dev.fer4j.synthesis.weights;

import ai.djl.ndarray.NDManager;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.PyTorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A generator read from a file, and the discriminator if the file has one, with gradients off. Owns
 * their memory until closed.
 */
public final class LoadedGenerator implements AutoCloseable {

    private final NDManager manager;
    private final Generator generator;
    private final Optional<Discriminator> discriminator;
    private final String digest;

    private LoadedGenerator(
            NDManager manager,
            Generator generator,
            Optional<Discriminator> discriminator,
            String digest) {
        this.manager = manager;
        this.generator = generator;
        this.discriminator = discriminator;
        this.digest = digest;
    }

    /**
     * Reads a file; the configuration is inferred from its tensors.
     *
     * @param file safetensors with the names of {@link StyleGan2File}
     * @param device to compute on
     * @throws dev.fer4j.core.InputException if the file contains no generator
     * @throws IOException if it cannot be read
     * @throws dev.fer4j.core.PlanException if the device's memory is insufficient
     */
    public static LoadedGenerator of(Path file, DeviceChoice device) throws IOException {
        StyleGan2File weights = new StyleGan2File(file);
        var config = weights.generatorConfig();
        NDManager manager = PyTorch.engine().newBaseManager(device.resolve());
        return CloseOnFailure.of(
                manager::close,
                () ->
                        PyTorch.explaining(
                                () -> {
                                    Generator generator =
                                            Generator.create(manager, config, new Seed(0));
                                    weights.load(generator);
                                    generator.learns(false);
                                    return new LoadedGenerator(
                                            manager,
                                            generator,
                                            discriminator(weights, manager),
                                            Sha256.of(file));
                                }));
    }

    private static Optional<Discriminator> discriminator(StyleGan2File weights, NDManager manager)
            throws IOException {
        if (!weights.hasDiscriminator()) {
            return Optional.empty();
        }
        Discriminator discriminator =
                Discriminator.create(manager, weights.discriminatorConfig(), new Seed(0));
        weights.load(discriminator);
        discriminator.learns(false);
        return Optional.of(discriminator);
    }

    /** The discriminator that the generator was trained against, if the file has it. */
    public Optional<Discriminator> discriminator() {
        return discriminator;
    }

    public Generator generator() {
        return generator;
    }

    /** SHA-256 of the file, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /**
     * The generator's name in the origin of images: {@code stylegan2-fer4j-} and the first digits
     * of the digest.
     */
    public String name() {
        return "stylegan2-fer4j-" + digest.substring(0, 12);
    }

    @Override
    public void close() {
        manager.close();
    }
}
