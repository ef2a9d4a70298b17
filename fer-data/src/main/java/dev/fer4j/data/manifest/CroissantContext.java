package dev.fer4j.data.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.Resources;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON-LD context of Croissant 1.0 (specification, appendix 1), with the prefixes of Dublin
 * Core and the responsible-AI vocabulary.
 */
final class CroissantContext {

    private static final String FILE = "/dev/fer4j/data/manifest/croissant-context.json";

    private CroissantContext() {}

    static ObjectNode context() throws IOException {
        return Json.parse(
                Resources.toString(
                        Resources.getResource(CroissantContext.class, FILE),
                        StandardCharsets.UTF_8),
                ObjectNode.class,
                FILE);
    }
}
