package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkState;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fer4j.core.file.Sha256;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A manifest as bytes: a JSON object with two fields, {@code sha256} and {@code content}. The
 * digest covers the bytes of the content, and nothing around them can vary. It is verified before
 * any of the content is used, so that no changed bit goes undetected.
 */
final class ManifestText {

    /** Maximum size of a manifest in bytes: state, identity, allowed differences, and a margin. */
    static final int LONGEST = Snapshot.LONGEST_STATE * 2;

    /** The version of the format. */
    static final int FORMAT = 1;

    private static final String BEGIN = "{\"sha256\":\"";
    private static final String MIDDLE = "\",\n\"content\":";
    private static final String END = "}\n";
    private static final int DIGEST = 64;

    private ManifestText() {}

    static byte[] encode(CheckpointManifest manifest) throws IOException {
        return seal(content(manifest));
    }

    /** Returns the manifest with this content and its digest. */
    static byte[] seal(String content) {
        byte[] bytes =
                (BEGIN + Sha256.of(content) + MIDDLE + content + END)
                        .getBytes(StandardCharsets.UTF_8);
        checkState(bytes.length <= LONGEST, "the manifest has %s bytes", bytes.length);
        return bytes;
    }

    private static String content(CheckpointManifest manifest) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeNumberField("number", manifest.number());
            json.writeObjectFieldStart("tensors");
            json.writeNumberField("bytes", manifest.tensorBytes());
            json.writeStringField("sha256", manifest.tensorSha256());
            json.writeEndObject();
            json.writeObjectFieldStart("identity");
            for (Map.Entry<String, String> entry : manifest.identity().entries().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("resumedDespite");
            for (String difference : manifest.resumedDespite()) {
                json.writeString(difference);
            }
            json.writeEndArray();
            json.writeFieldName("state");
            json.writeRawValue(manifest.state());
            json.writeEndObject();
        }
        return text.toString();
    }

    /**
     * Extracts the content.
     *
     * @throws MalformedManifestException if it does not match the digest
     */
    static CheckpointManifest decode(byte[] bytes) throws MalformedManifestException {
        int begin = BEGIN.length() + DIGEST + MIDDLE.length();
        int end = bytes.length - END.length();
        if (end < begin
                || !text(bytes, 0, BEGIN.length()).equals(BEGIN)
                || !text(bytes, BEGIN.length() + DIGEST, begin).equals(MIDDLE)
                || !text(bytes, end, bytes.length).equals(END)) {
            throw new MalformedManifestException("is not a manifest, or is truncated");
        }
        byte[] content = Arrays.copyOfRange(bytes, begin, end);
        String expected = text(bytes, BEGIN.length(), BEGIN.length() + DIGEST);
        String actual = Sha256.of(content);
        if (!actual.equals(expected)) {
            throw new MalformedManifestException(
                    "has a content of sha-256 " + actual + ", and says " + expected);
        }
        try {
            // A separate decoder reports invalid UTF-8, where String would replace it.
            return ManifestContent.parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedManifestException("is not UTF-8", e);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
