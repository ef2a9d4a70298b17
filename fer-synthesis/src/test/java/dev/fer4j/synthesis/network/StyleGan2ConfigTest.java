package dev.fer4j.synthesis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.fer4j.core.Seed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleGan2ConfigTest {

    @Test
    void channelsAndStylesAreThePublishedNetworks() {
        StyleGan2Config config = StyleGan2Config.published(1024);
        assertThat(config.sides()).containsExactly(4, 8, 16, 32, 64, 128, 256, 512, 1024);
        assertThat(config.sides().stream().map(config::channels))
                .containsExactly(512, 512, 512, 512, 512, 256, 128, 64, 32);
        assertThat(config.styles()).isEqualTo(18);
    }

    @Test
    void parametersAreThePublishedNetworks() {
        StyleGan2Config config = StyleGan2Config.published(1024);
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            assertThat(trained(Generator.create(manager, config, new Seed(1)).parameters()))
                    .isEqualTo(30_370_060);
            assertThat(trained(Discriminator.create(manager, config, new Seed(1)).parameters()))
                    .isEqualTo(29_012_513);
        }
    }

    private static long trained(Map<String, Parameter> parameters) {
        return TrainableParameters.of(parameters).mapToLong(p -> p.getArray().size()).sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 24, 63, 2048})
    void resolutionsThatAreNoPowersOfTwoAreRefused(int resolution) {
        assertThatThrownBy(() -> StyleGan2Config.small(resolution))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "resolution %s is not one of 16, 32, 64, 128, 256, 512, 1024", resolution);
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        StyleGan2Config config = StyleGan2Config.small(64);
        assertThatThrownBy(() -> config.withChannels(63, 64))
                .hasMessageContaining("channelBase 63");
        assertThatThrownBy(() -> config.withChannels(64, 0)).hasMessageContaining("channelMax 0");
        assertThatThrownBy(() -> config.withDimensions(0, 8)).hasMessageContaining("zDim 0");
        assertThatThrownBy(() -> config.withMappingLayers(0))
                .hasMessageContaining("mappingLayers 0");
    }
}
