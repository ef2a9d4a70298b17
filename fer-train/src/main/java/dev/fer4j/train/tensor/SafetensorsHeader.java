package dev.fer4j.train.tensor;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON at the beginning of a safetensors file.
 *
 * @param metadata the content of {@code __metadata__}
 * @param tensors the tensors, in the order of the header
 */
record SafetensorsHeader(Map<String, String> metadata, List<TensorInfo> tensors) {

    /** The maximum number of dimensions, more than tensors have in practice; PyTorch allows 64. */
    private static final int MOST_DIMENSIONS = 8;

    private static final JsonFactory JSON =
            new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    SafetensorsHeader {
        // Guava's maps, unlike the JDK's immutable ones, stay fast with maliciously colliding
        // names.
        metadata = ImmutableMap.copyOf(metadata);
        tensors = List.copyOf(tensors);
    }

    /**
     * Reads a header.
     *
     * @throws MalformedHeaderException if it is malformed, giving the reason
     */
    static SafetensorsHeader parse(String text) throws IOException {
        if (!text.startsWith("{")) {
            throw new MalformedHeaderException("the header does not begin with '{'");
        }
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            Map<String, String> metadata = new LinkedHashMap<>();
            List<TensorInfo> tensors = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                if (name.equals("__metadata__")) {
                    readMetadata(json, metadata);
                } else {
                    tensors.add(tensor(name, json));
                }
            }
            if (json.nextToken() != null) {
                throw new MalformedHeaderException("there is more than one object in the header");
            }
            return new SafetensorsHeader(metadata, tensors);
        } catch (JsonProcessingException e) {
            throw new MalformedHeaderException(
                    "the header is not JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static void readMetadata(JsonParser json, Map<String, String> metadata)
            throws IOException {
        expect(json, JsonToken.START_OBJECT, "__metadata__ is not an object");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            expect(json, JsonToken.VALUE_STRING, "__metadata__." + key + " is not a text");
            metadata.put(key, json.getText());
        }
    }

    private static TensorInfo tensor(String name, JsonParser json) throws IOException {
        String tensor = "tensor '" + name + "'";
        if (name.isEmpty()) {
            throw new MalformedHeaderException("a tensor has no name");
        }
        expect(json, JsonToken.START_OBJECT, tensor + " is not an object");
        Set<String> fields = new HashSet<>();
        Optional<TensorType> type = Optional.empty();
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            fields.add(field);
            switch (field) {
                case "dtype" -> type = Optional.of(type(tensor, json));
                case "shape" -> shape = numbers(tensor + ": shape", MOST_DIMENSIONS, json);
                case "data_offsets" -> offsets = numbers(tensor + ": data_offsets", 2, json);
                default ->
                        throw new MalformedHeaderException(
                                tensor + " has an unknown field '" + field + "'");
            }
        }
        if (fields.size() != 3 || offsets.size() != 2) {
            throw new MalformedHeaderException(
                    tensor + " does not have exactly one dtype, one shape and two data_offsets");
        }
        return checked(name, type.orElseThrow(), shape, offsets.get(0), offsets.get(1));
    }

    private static TensorInfo checked(
            String name, TensorType type, List<Long> sizes, long begin, long end)
            throws MalformedHeaderException {
        Shape shape = new Shape(sizes);
        String what =
                "tensor '" + name + "' of " + type + " " + sizes + " at " + begin + ".." + end;
        long bytes;
        try {
            requirePossible(sizes, what);
            bytes = Math.multiplyExact(TensorInfo.elements(shape), type.bytes());
        } catch (ArithmeticException e) {
            throw new MalformedHeaderException(what + " is larger than any file", e);
        }
        if (end < begin || bytes != end - begin) {
            throw new MalformedHeaderException(what + " should have " + bytes + " bytes");
        }
        return new TensorInfo(name, type, shape, begin, bytes);
    }

    /** A tensor without elements may not be used to claim a size that no tensor has. */
    private static void requirePossible(List<Long> sizes, String what)
            throws MalformedHeaderException {
        long others = 1;
        for (long size : sizes) {
            others = Math.multiplyExact(others, Math.max(1, size));
        }
        if (sizes.contains(0L) && others > Integer.MAX_VALUE) {
            throw new MalformedHeaderException(what + " has an impossible shape");
        }
    }

    private static TensorType type(String tensor, JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_STRING, tensor + ": dtype is not a text");
        String name = json.getText();
        return TensorType.named(name)
                .orElseThrow(
                        () ->
                                new MalformedHeaderException(
                                        tensor
                                                + " has the dtype "
                                                + name
                                                + ", which is not one of "
                                                + List.of(TensorType.values())
                                                + ": convert it to float32"));
    }

    /** Reads a list of non-negative numbers. */
    private static List<Long> numbers(String what, int most, JsonParser json) throws IOException {
        expect(json, JsonToken.START_ARRAY, what + " is not a list");
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT;
            if (!whole || numbers.size() == most || json.getLongValue() < 0) {
                throw new MalformedHeaderException(
                        what + " is not a list of at most " + most + " numbers of 0 or more");
            }
            numbers.add(json.getLongValue());
        }
        return numbers;
    }

    private static void expect(JsonParser json, JsonToken token, String otherwise)
            throws IOException {
        if (json.nextToken() != token) {
            throw new MalformedHeaderException(otherwise);
        }
    }
}
