package dev.fer4j.data.manifest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The JSON-LD context of Croissant 1.0 (specification, appendix 1), with the prefixes of Dublin
 * Core and the responsible-AI vocabulary.
 */
final class CroissantContext {

    /** Terms that stand for the Croissant term of the same name. */
    private static final List<String> TERMS =
            List.of(
                    "citeAs",
                    "column",
                    "extract",
                    "field",
                    "fileObject",
                    "fileProperty",
                    "fileSet",
                    "format",
                    "includes",
                    "isLiveDataset",
                    "jsonPath",
                    "key",
                    "md5",
                    "parentField",
                    "path",
                    "recordSet",
                    "references",
                    "regex",
                    "repeated",
                    "replace",
                    "separator",
                    "source",
                    "subField",
                    "transform");

    private CroissantContext() {}

    static ObjectNode context() {
        ObjectNode context =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("@language", "en")
                        .put("@vocab", "https://schema.org/")
                        .put("sc", "https://schema.org/")
                        .put("cr", "http://mlcommons.org/croissant/")
                        .put("rai", "http://mlcommons.org/croissant/RAI/")
                        .put("dct", "http://purl.org/dc/terms/")
                        .put("conformsTo", "dct:conformsTo");
        context.putObject("data").put("@id", "cr:data").put("@type", "@json");
        context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
        context.putObject("examples").put("@id", "cr:examples").put("@type", "@json");
        TERMS.forEach(term -> context.put(term, "cr:" + term));
        return context;
    }
}
