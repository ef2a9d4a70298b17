package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTypesTest {

    /** A record that computes several properties. */
    record Computing(int zoo, int ape) {
        @JsonProperty("middle")
        int sum() {
            return zoo + ape;
        }

        @JsonProperty
        boolean less() {
            return zoo < ape;
        }

        @JsonProperty
        int apart() {
            return zoo - ape;
        }
    }

    /** A record whose order is given. */
    @JsonPropertyOrder({"last", "first"})
    record Ordered(int first, int other) {
        @JsonProperty
        int last() {
            return 3;
        }
    }

    /** A record of collections. */
    record Held(Set<String> set, Map<String, Integer> map, List<Double> list) {}

    /** A record of something that has no JSON. */
    record Holder(Optional<Object> content) {}

    @Test
    void computedPropertiesFollowComponentsInTheOrderOfTheirNames() {
        assertThat(Json.line(new Computing(2, 1)))
                .isEqualTo("{\"zoo\":2,\"ape\":1,\"apart\":1,\"less\":false,\"middle\":3}");
    }

    @Test
    void givenOrderComesFirst() {
        assertThat(Json.line(new Ordered(1, 2))).isEqualTo("{\"last\":3,\"first\":1,\"other\":2}");
    }

    @Test
    void computedPropertiesAreIgnoredInWhatIsRead() {
        Computing value = new Computing(5, 7);
        assertThat(Json.parse(Json.line(value), Computing.class, "x")).isEqualTo(value);
    }

    @Test
    void setsAndMapsAreSortedWhateverTheirIteration() {
        List<String> backwards = List.of("c", "b", "a");
        Map<String, Integer> map = new LinkedHashMap<>();
        backwards.forEach(key -> map.put(key, 0));
        assertThat(Json.line(new Held(new LinkedHashSet<>(backwards), map, List.of(2.0, 1.0))))
                .isEqualTo(
                        "{\"set\":[\"a\",\"b\",\"c\"],\"map\":{\"a\":0,\"b\":0,\"c\":0},"
                                + "\"list\":[2.0,1.0]}");
    }

    @Test
    void listsOfNumbersThatGuavaHoldsAreLists() {
        Held held =
                new Held(
                        Set.of(),
                        Map.of(),
                        Collections.unmodifiableList(ImmutableDoubleArray.of(1, 0.5).asList()));
        assertThat(Json.parse(Json.line(held), Held.class, "x")).isEqualTo(held);
    }

    @Test
    void charactersThatActOnATerminalAreEscapedAndReadBack() {
        String text = "a\u0000\u001b[31m\u007f\u0085\u009b\u2028\u202e\u2066é\ud83d\ude00b";
        String json = Json.line(List.of(text));
        assertThat(json)
                .isEqualTo(
                        "[\"a\\u0000\\u001B[31m\\u007F\\u0085\\u009b\\u2028\\u202e\\u2066é"
                                + "\ud83d\ude00b\"]");
        assertThat(Json.parse(json, JsonNode.class, "x").get(0).asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("withoutJson")
    void otherTypesAreRefused(Object content) {
        assertThatThrownBy(() -> Json.line(content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(content.getClass().getName());
        assertThatThrownBy(() -> Json.pretty(new Holder(Optional.of(content))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("content");
        assertThatThrownBy(() -> Json.tree(Map.of("key", content)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Object> withoutJson() {
        return List.of(
                new Object(),
                new Random(1),
                new IllegalStateException("x"),
                ImmutableDoubleArray.of(1, 2),
                ImmutableIntArray.of(1),
                ImmutableLongArray.of());
    }
}
