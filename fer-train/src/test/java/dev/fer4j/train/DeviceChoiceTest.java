package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.fer4j.core.PlanException;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {

    @Test
    void namesAreRead() {
        assertThat(DeviceChoice.parse("cpu")).isEqualTo(DeviceChoice.CPU);
        assertThat(DeviceChoice.parse("gpu").gpu()).contains(0);
        assertThat(DeviceChoice.parse("gpu:3").gpu()).contains(3);
        assertThat(DeviceChoice.parse("gpu:3")).hasToString("gpu:3");
    }

    @Test
    void otherNamesAreRefusedWithTheOnesThatAreKnown() {
        assertThatThrownBy(() -> DeviceChoice.parse("cuda"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("cuda")
                .hasMessageContaining("gpu:N");
    }

    @Test
    void absentGpuIsAnErrorAndNeverASilentCpu() {
        assertThatThrownBy(() -> DeviceChoice.resolve(0, 0))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("0 GPUs")
                .hasMessageContaining("-Pcuda");
        assertThatThrownBy(() -> DeviceChoice.resolve(2, 1)).hasMessageContaining("1 GPU");
        assertThat(DeviceChoice.resolve(1, 2)).isEqualTo(Device.gpu(1));
    }
}
