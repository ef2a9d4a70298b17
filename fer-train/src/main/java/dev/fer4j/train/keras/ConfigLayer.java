package dev.fer4j.train.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A layer in the {@code config.json} of an archive.
 *
 * @param type the name of its class, as in {@code Conv2D}
 * @param name its name
 * @param node all of it
 * @param settings its settings
 * @param layers the layers in it, if it is a model
 */
record ConfigLayer(
        String type, String name, JsonNode node, JsonNode settings, List<ConfigLayer> layers) {

    private static final int DEEPEST = 32;

    ConfigLayer {
        layers = List.copyOf(layers);
    }

    /** Reads a model or layer. */
    static ConfigLayer of(JsonNode node) {
        return of(node, 0);
    }

    private static ConfigLayer of(JsonNode node, int depth) {
        JsonNode settings = node.path("config");
        List<ConfigLayer> layers = new ArrayList<>();
        if (depth < DEEPEST) {
            for (JsonNode layer : settings.path("layers")) {
                layers.add(of(layer, depth + 1));
            }
        }
        String type = node.path("class_name").asText();
        return new ConfigLayer(
                type.substring(type.lastIndexOf('>') + 1),
                settings.path("name").asText(),
                node,
                settings,
                layers);
    }

    /** What Keras names the group of such a layer, if it is the first of its class. */
    String group() {
        // As to_snake_case in Keras.
        return type.replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** A setting that is true unless it is given. */
    boolean has(String setting) {
        return settings.path(setting).asBoolean(true);
    }
}
