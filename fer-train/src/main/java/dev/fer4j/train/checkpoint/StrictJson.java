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
 * JSON of which nothing is made but tokens, so that it costs no more memory than its text and its
 * names: names once in an object, nesting and digits of a number limited.
 */
final class StrictJson {

    /** How deep objects and lists of a state may be nested. */
    static final int DEEPEST_STATE = 100;

    /** A state, and the object that a manifest has around it. */
    private static final int DEEPEST_MANIFEST = DEEPEST_STATE + 1;

    private static final JsonFactory STATE = factory(DEEPEST_STATE);
    private static final JsonFactory MANIFEST = factory(DEEPEST_MANIFEST);

    private StrictJson() {}

    private static JsonFactory factory(int depth) {
        return new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Tables of names are shared between parsers and would keep what a file says.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(depth).build())
                .build();
    }

    static JsonParser ofManifest(String text) throws IOException {
        return MANIFEST.createParser(text);
    }

    /**
     * Checks that a text is one object.
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
