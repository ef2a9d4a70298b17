package dev.fer4j.train.checkpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the content of a manifest. It has a valid digest but is still untrusted: every field must
 * be present and have the right type, and none may be unknown.
 */
final class ManifestContent {

    private static final Set<String> FIELDS =
            Set.of("format", "number", "tensors", "identity", "resumedDespite", "state");

    private final String text;
    private final JsonParser json;
    private final Set<String> seen = new HashSet<>();
    private final SortedMap<String, String> identity = new TreeMap<>();
    private final List<String> resumedDespite = new ArrayList<>();
    private long number;
    private long tensorBytes;
    private String tensorSha256 = "";
    private String state = "";

    private ManifestContent(String text, JsonParser json) {
        this.text = text;
        this.json = json;
    }

    static CheckpointManifest parse(String text) throws MalformedManifestException {
        try (JsonParser json = StrictJson.ofManifest(text)) {
            return new ManifestContent(text, json).read();
        } catch (MalformedManifestException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new MalformedManifestException("is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new MalformedManifestException("cannot be parsed: " + e.getMessage(), e);
        }
    }

    private CheckpointManifest read() throws IOException {
        expect(JsonToken.START_OBJECT, "the content");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            seen.add(field);
            switch (field) {
                case "format" -> readFormat();
                case "number" -> number = readNumber(field);
                case "tensors" -> readTensors();
                case "identity" -> readIdentity();
                case "resumedDespite" -> readDifferences();
                case "state" -> readState();
                default ->
                        throw new MalformedManifestException(
                                "has an unknown field '" + field + "'");
            }
        }
        if (!seen.equals(FIELDS) || json.nextToken() != null) {
            throw new MalformedManifestException("has the fields " + seen + " and not " + FIELDS);
        }
        return new CheckpointManifest(
                number, tensorBytes, tensorSha256, identity(), resumedDespite, state);
    }

    private RunIdentity identity() throws MalformedManifestException {
        try {
            return new RunIdentity(identity);
        } catch (IllegalArgumentException e) {
            throw new MalformedManifestException(e.getMessage(), e);
        }
    }

    private void readFormat() throws IOException {
        long format = readNumber("format");
        if (format != ManifestText.FORMAT) {
            throw new MalformedManifestException(
                    "has the format %s, and this version of fer4j reads %s"
                            .formatted(format, ManifestText.FORMAT));
        }
    }

    private void readTensors() throws IOException {
        expect(JsonToken.START_OBJECT, "tensors");
        Set<String> fields = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            fields.add(field);
            switch (field) {
                case "bytes" -> tensorBytes = readNumber(field);
                case "sha256" -> tensorSha256 = readText(field);
                default ->
                        throw new MalformedManifestException(
                                "has an unknown field 'tensors." + field + "'");
            }
        }
        if (fields.size() != 2) {
            throw new MalformedManifestException("has no length or no digest of its tensors");
        }
    }

    private void readIdentity() throws IOException {
        expect(JsonToken.START_OBJECT, "identity");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            identity.put(json.currentName(), readText("identity"));
        }
    }

    private void readDifferences() throws IOException {
        expect(JsonToken.START_ARRAY, "resumedDespite");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new MalformedManifestException("resumedDespite is not of texts");
            }
            resumedDespite.add(json.getText());
        }
    }

    /** Keeps the original text, so that no digit changes. */
    private void readState() throws IOException {
        expect(JsonToken.START_OBJECT, "state");
        int begin = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        state = text.substring(begin, (int) json.currentTokenLocation().getCharOffset() + 1);
    }

    private long readNumber(String field) throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, field);
        return json.getLongValue();
    }

    private String readText(String field) throws IOException {
        expect(JsonToken.VALUE_STRING, field);
        return json.getText();
    }

    private void expect(JsonToken token, String field) throws IOException {
        JsonToken found = json.nextToken();
        if (found != token) {
            throw new MalformedManifestException(field + " is " + found + " and not " + token);
        }
    }
}
