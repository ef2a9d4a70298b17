package dev.fer4j.synthesis.weights;

import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Json;
import dev.fer4j.synthesis.network.StyleGan2Config;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Infers a network's configuration from the shapes of its tensors. */
final class SizesOfTensors {

    /** Metadata key of the configuration as JSON. */
    static final String CONFIG = "fer4j.config";

    private static final int LARGEST = 1024;

    private final Path path;
    private final NetworkTensors tensors;
    private final Optional<StyleGan2Config> written;

    SizesOfTensors(Path path, NetworkTensors tensors, Map<String, String> metadata) {
        this.path = path;
        this.tensors = tensors;
        this.written =
                Optional.ofNullable(metadata.get(CONFIG))
                        .map(json -> Json.parse(json, StyleGan2Config.class, path.toString()));
    }

    /**
     * The configuration. What shapes do not reveal (the learning rate multiplier of the mapping
     * network, and the latent sizes of a discriminator) is taken from the file's metadata, or else
     * from the published networks.
     *
     * @throws InputException if no configuration has such shapes
     */
    StyleGan2Config config() {
        int resolution = resolution();
        Map<Integer, Long> channels = new LinkedHashMap<>();
        for (int side = 4; side <= resolution; side *= 2) {
            channels.put(side, channels(side, resolution));
        }
        long base = 0;
        long max = 0;
        for (Map.Entry<Integer, Long> entry : channels.entrySet()) {
            base = Math.max(base, entry.getKey() * entry.getValue());
            max = Math.max(max, entry.getValue());
        }
        StyleGan2Config rest = written.orElseGet(() -> StyleGan2Config.published(resolution));
        StyleGan2Config config = checked(resolution, base, max, rest);
        channels.forEach(
                (side, count) -> {
                    if (config.channels(side) != count) {
                        throw refused(
                                "has channels "
                                        + channels
                                        + " by pixels, which are not min(base / pixels, max)");
                    }
                });
        return config;
    }

    private StyleGan2Config checked(int resolution, long base, long max, StyleGan2Config rest) {
        try {
            StyleGan2Config config =
                    new StyleGan2Config(
                            resolution,
                            new StyleGan2Config.Channels(
                                    Math.toIntExact(base), Math.toIntExact(max)),
                            rest.dimensions(),
                            rest.mapping());
            if (tensors.part() == Part.DISCRIMINATOR) {
                return config;
            }
            int layers = 0;
            while (tensors.tensor("mapping.fc" + layers + ".weight", resolution).isPresent()) {
                layers++;
            }
            Shape first = shape("mapping.fc0.weight", resolution, 2);
            return config.withDimensions(
                            Math.toIntExact(first.get(1)), Math.toIntExact(first.get(0)))
                    .withMappingLayers(layers);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw refused("has sizes that do not match any network: " + e.getMessage());
        }
    }

    private int resolution() {
        int found = 0;
        for (int side = 4; side <= LARGEST; side *= 2) {
            String path =
                    tensors.part() == Part.GENERATOR
                            ? "synthesis.b" + side + ".torgb.weight"
                            : "b" + side + ".fromrgb.weight";
            // In a discriminator, the numbering of layers starts at its resolution.
            if (tensors.naming() == Naming.OURS || tensors.part() == Part.GENERATOR) {
                found = tensors.tensor(path, side).isPresent() ? side : found;
            } else {
                String last = "b8.skip.weight";
                found = tensors.tensor(last, side).isPresent() ? side : found;
            }
        }
        if (found < 16) {
            throw refused("does not indicate a resolution of 16 px or more");
        }
        return found;
    }

    private long channels(int side, int resolution) {
        if (tensors.part() == Part.GENERATOR) {
            return shape("synthesis.b" + side + ".conv1.weight", resolution, 4).get(0);
        }
        return side == 4
                ? shape("b4.conv.weight", resolution, 4).get(0)
                : shape("b" + side + ".conv0.weight", resolution, 4).get(0);
    }

    private Shape shape(String name, int resolution, int axes) {
        return tensors.shape(name, resolution, axes)
                .orElseThrow(
                        () ->
                                refused(
                                        "lacks "
                                                + tensors.prefix()
                                                + tensors.naming()
                                                        .name(tensors.part(), name, resolution)));
    }

    private InputException refused(String cause) {
        return new InputException(
                Problem.Kind.UNEXPECTED_LAYOUT,
                path,
                "the " + tensors.part().title() + " " + cause,
                "check that it is StyleGAN2's, with skip connections and residual blocks");
    }
}
