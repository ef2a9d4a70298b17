package dev.fer4j.augment;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The fields of a JSON object. All fields that were never requested count as unknown. */
final class PolicyFields {

    private final String where;
    private final JsonNode object;
    private final List<String> asked = new ArrayList<>();

    PolicyFields(String where, JsonNode object) {
        this.where = where;
        this.object = object;
        if (!object.isObject()) {
            throw problem(
                    "is not a JSON object but " + shown(object), "write { … } with its fields");
        }
    }

    /** Reads a field whose value is one of the known names. */
    String name(String field, List<String> known) {
        JsonNode node = get(field);
        if (!node.isTextual()) {
            throw problem(field + " " + shown(node) + " is not a text", expected(known));
        }
        if (!known.contains(node.textValue())) {
            throw problem(
                    "unknown " + field + " '" + node.textValue() + "'",
                    known.isEmpty()
                            ? "a custom function must be supplied by Java code"
                            : NearestName.hint(node.textValue(), known));
        }
        return node.textValue();
    }

    /** Reads an optional field whose value is one of the known names. */
    String name(String field, List<String> known, String absent) {
        asked.add(field);
        return object.has(field) ? name(field, known) : absent;
    }

    double number(String field) {
        JsonNode node = get(field);
        if (!node.isNumber()) {
            throw problem(field + " " + shown(node) + " is not a number", "write a number");
        }
        return node.doubleValue();
    }

    int whole(String field) {
        JsonNode node = get(field);
        if (!node.canConvertToInt() || !node.canConvertToExactIntegral()) {
            throw problem(
                    field + " " + shown(node) + " is not a whole number", "write a whole number");
        }
        return node.intValue();
    }

    List<JsonNode> list(String field) {
        JsonNode node = get(field);
        if (!node.isArray()) {
            throw problem(field + " " + shown(node) + " is not a list", "write [ … ]");
        }
        return ImmutableList.copyOf(node);
    }

    /** Creates a value from the fields; its errors name the location in the file. */
    <T> T make(Supplier<T> maker) {
        T made;
        try {
            made = maker.get();
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    Problem.Kind.BAD_SETTING, where, e.getMessage(), "mend that value", e);
        }
        requireNoOthers();
        return made;
    }

    void requireNoOthers() {
        object.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (!asked.contains(field)) {
                                throw problem(
                                        "unknown field '" + field + "'",
                                        NearestName.hint(field, asked));
                            }
                        });
    }

    private JsonNode get(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        if (node == null) {
            for (String name : ImmutableList.copyOf(object.fieldNames())) {
                if (NearestName.distance(name, field) <= 2) {
                    throw problem("unknown field '" + name + "'", "did you mean '" + field + "'?");
                }
            }
            throw problem("field '" + field + "' is missing", "add it");
        }
        return node;
    }

    private static String expected(List<String> known) {
        return "expected one of " + String.join(", ", known);
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private InputException problem(String cause, String mend) {
        return new InputException(Problem.Kind.BAD_SETTING, where, cause, mend);
    }
}
