package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    /** Something with a field in a list. */
    record Outer(List<Seed> seeds) {
        Outer {
            seeds = List.copyOf(seeds);
        }
    }

    @Test
    void fieldThatStandsTwiceIsRefusedInValuesAndTrees() {
        String twice = "{\"value\": 1, \"value\": 2}";
        assertThatThrownBy(() -> Json.parse(twice, Seed.class, "seeds.jsonl line 3"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "seeds.jsonl line 3: is not a valid Seed: Duplicate field 'value' (correct"
                                + " that line, or create the file again)");
        assertThatThrownBy(() -> Json.parse("[" + twice + "]", JsonNode.class, "tree.json"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("tree.json: is not a valid JSON: Duplicate field 'value'");
    }

    @Test
    void sameNameInDifferentObjectsIsRight() {
        Outer outer = new Outer(List.of(new Seed(1), new Seed(1)));
        assertThat(Json.parse(Json.pretty(outer), Outer.class, "x")).isEqualTo(outer);
    }

    @Test
    void lineOfSeveralIsNamed() {
        assertThatThrownBy(
                        () -> Json.parse("{\n\"value\": 1,\n\"value\": 2}", Seed.class, "s.json"))
                .hasMessageContaining(
                        "s.json: is not a valid Seed: Duplicate field 'value', line 3");
    }

    @Test
    void missingFieldIsNamed() {
        assertThatThrownBy(() -> Json.parse("{\"seeds\": [{}]}", Outer.class, "s.json"))
                .hasMessageContaining("s.json: is not a valid Outer: field 'value': ");
    }
}
