package dev.fer4j.core.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JSON configuration of all files of this library: empty optionals are omitted; unknown and
 * duplicate fields are rejected.
 *
 * <p>Equal values give equal text in every run: the components of a record are written in the order
 * of their declaration, the entries of a map in the order of their keys, and the elements of a set
 * in their natural order. Values are records, enums, collections, optionals, numbers and text; any
 * other type is refused with an {@link IllegalArgumentException}. Characters that have an effect on
 * a terminal are escaped.
 */
public final class Json {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(new JsonFactoryBuilder().characterEscapes(new JsonEscapes()).build())
                    .addModule(new Jdk8Module())
                    .addModule(new JsonTypes())
                    .annotationIntrospector(new JsonTypes.Computed())
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private Json() {}

    /** Formats a value in one line, without a line break. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw notWritten(value, e);
        }
    }

    /** Formats a value with indentation and a final line break. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw notWritten(value, e);
        }
    }

    private static IllegalArgumentException notWritten(Object value, JsonProcessingException e) {
        return new IllegalArgumentException(
                value.getClass().getName() + " cannot be written as JSON: " + e.getMessage(), e);
    }

    /** Converts a value to a tree, so that fields can be changed. */
    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads a value from text.
     *
     * @param where the origin of the text, for messages; for example a file and line
     * @throws InputException if the text is not JSON of that type
     */
    public static <T> T parse(String text, Class<T> type, String where) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    where,
                    "is not a valid " + nameOf(type) + ": " + firstLine(e) + lineOf(text, e),
                    "correct that line, or create the file again",
                    e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it is not JSON of that type
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return parse(Files.readString(file), type, file.toString());
    }

    private static String nameOf(Class<?> type) {
        return JsonNode.class.isAssignableFrom(type) ? "JSON" : type.getSimpleName();
    }

    /** The line of the error if the text has several lines. */
    private static String lineOf(String text, JsonProcessingException e) {
        return text.strip().lines().count() > 1 && e.getLocation() != null
                ? ", line " + e.getLocation().getLineNr()
                : "";
    }

    private static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        if (!(e instanceof JsonMappingException mapping)) {
            return message;
        }
        String field =
                mapping.getPath().stream()
                        .map(step -> step.getFieldName())
                        .filter(name -> name != null)
                        .reduce("", (first, next) -> next);
        return message.contains(field) ? message : "field '" + field + "': " + message;
    }
}
