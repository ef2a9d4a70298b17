package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Strict JSON parsing by tokens, which needs no more memory than the text and its names. Names in
 * an object must be unique; nesting and the digits of a number are limited.
 */
final class StrictJson {

    /** Maximum nesting depth of objects and lists in a state. */
    static final int DEEPEST_STATE = 100;

    /** A manifest nests the state one level deeper. */
    private static final int DEEPEST_MANIFEST = DEEPEST_STATE + 1;

    private static final JsonFactory STATE = factory(DEEPEST_STATE);
    private static final JsonFactory MANIFEST = factory(DEEPEST_MANIFEST);

    private StrictJson() {}

    private static JsonFactory factory(int depth) {
        return new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Name tables are shared between parsers and would retain the names of a file.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(depth).build())
                .build();
    }

    static JsonParser ofManifest(String text) throws IOException {
        return MANIFEST.createParser(text);
    }

    /**
     * Checks that a text is a single object.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void requireObject(String text) {
        checkArgument(text.startsWith("{") && text.endsWith("}"), "the state is not in { and }");
        try (JsonParser json = STATE.createParser(text)) {
            checkArgument(json.nextToken() == JsonToken.START_OBJECT, "the state is not an object");
            json.skipChildren();
            checkArgument(json.nextToken() == null, "there is text after the state");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the state is not a JSON object: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
