package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineInfoTest {

    @Test
    void engineIsTheOneOfThePom() {
        EngineInfo info = EngineInfo.current();
        assertThat(info.djl()).isEqualTo("0.32.0");
        assertThat(info.pytorch()).startsWith("2.5.1");
        assertThat(info.threads()).isPositive();
        assertThat(info.ompWaitPolicy()).contains("passive");
    }
}
