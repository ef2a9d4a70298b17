package dev.fer4j.train.weights;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an Xception's weights as safetensors with the names of timm's {@code legacy_xception}, so
 * that PyTorch loads them strictly: {@code timm.create_model("legacy_xception", num_classes=1)} at
 * full size. For a {@code TIMM} network, timm computes the same logits; a {@code KERAS} network
 * also requires Keras's ε and padding, so the profile is stored in the metadata.
 */
public final class XceptionExport {

    /** Key of the metadata that names the {@code NumericsProfile}. */
    public static final String PROFILE = "fer4j.profile";

    /** Key of the metadata with the configuration as JSON. */
    public static final String CONFIG = "fer4j.config";

    /** Key of the metadata with the version of fer4j that wrote the file. */
    public static final String VERSION = "fer4j.version";

    private XceptionExport() {}

    /**
     * Writes a file atomically.
     *
     * @param config the configuration of the network
     * @param network a network built from it and initialized
     * @param more additional metadata
     * @throws IllegalArgumentException if the network is not of that configuration, or the metadata
     *     has a key that this class sets
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void write(Path file, Xception config, Block network, Map<String, String> more)
            throws IOException {
        Map<String, Parameter> parameters = new LinkedHashMap<>(ParameterPaths.of(network));
        List<Tensor> tensors = new ArrayList<>();
        for (XceptionLayer layer : XceptionLayer.of(config)) {
            for (WeightRole role : layer.kind().roles()) {
                Parameter parameter = parameters.remove(layer.path(role));
                checkArgument(
                        parameter != null,
                        "the network has no %s, which %s has",
                        layer.path(role),
                        config);
                tensors.add(Tensor.of(layer.timm(role), parameter.getArray()));
            }
        }
        checkArgument(parameters.isEmpty(), "%s has no %s", config, parameters.keySet());
        SafetensorsWriter.write(file, metadata(config, more), tensors);
    }

    private static Map<String, String> metadata(Xception config, Map<String, String> more) {
        Map<String, String> metadata = new LinkedHashMap<>(more);
        // Expected by Python readers.
        put(metadata, "format", "pt");
        put(metadata, PROFILE, config.profile().name());
        put(metadata, CONFIG, Json.line(config));
        put(metadata, VERSION, version());
        return metadata;
    }

    private static void put(Map<String, String> metadata, String key, String value) {
        checkArgument(metadata.putIfAbsent(key, value) == null, "the metadata has a %s", key);
    }

    private static String version() {
        return Optional.ofNullable(XceptionExport.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
