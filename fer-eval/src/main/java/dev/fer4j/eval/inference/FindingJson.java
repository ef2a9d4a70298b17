package dev.fer4j.eval.inference;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;

/** Reads a {@link Finding}: an object with nothing but a reason, or the result itself. */
final class FindingJson extends JsonDeserializer<Finding<?>> implements ContextualDeserializer {

    private static final String REASON = "undefinedBecause";

    private final JavaType result;

    /** For Jackson, which then asks for one of a type. */
    FindingJson() {
        this(TypeFactory.unknownType());
    }

    private FindingJson(JavaType result) {
        this.result = result;
    }

    @Override
    public JsonDeserializer<?> createContextual(
            DeserializationContext context, BeanProperty property) {
        return new FindingJson(context.getContextualType().containedTypeOrUnknown(0));
    }

    @Override
    public Finding<?> deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        JsonNode node = context.readTree(parser);
        return node.size() == 1 && node.has(REASON)
                ? Finding.undefined(node.get(REASON).asText())
                : Finding.of(context.<Object>readTreeAsValue(node, result));
    }
}
