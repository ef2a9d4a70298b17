package dev.fer4j.study.settings;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Streams;
import dev.fer4j.core.io.Json;
import java.math.BigDecimal;

/** Formats a value of one of several kinds as {@code kind (field value, …)}, named as in JSON. */
final class KindText {

    private KindText() {}

    static String of(Object value) {
        return of(Json.tree(value));
    }

    static String of(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (!value.isObject()) {
            return value.asText();
        }
        String fields =
                Streams.stream(value.fields())
                        .filter(field -> !field.getKey().equals("kind"))
                        .map(field -> field.getKey() + " " + of(field.getValue()))
                        .collect(joining(", "));
        String kind = value.path("kind").asText();
        return fields.isEmpty() ? kind : (kind + " (" + fields + ")").strip();
    }
}
