package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.fer4j.core.PlanException;
import java.util.Optional;
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
        GpuFacts without = GpuMachines.ofCpu(new NvidiaDriver("Linux", Optional.empty(), 0));
        assertThatThrownBy(() -> DeviceChoice.resolve(0, without))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("device gpu:0")
                .hasMessageContaining("-Pcuda");
    }

    @Test
    void presentGpuIsTaken() {
        GpuFacts two = GpuMachines.with(GpuMachines.NEW, GpuMachines.NEW);
        assertThat(DeviceChoice.resolve(1, two)).isEqualTo(Device.gpu(1));
        assertThatThrownBy(() -> DeviceChoice.resolve(2, two)).hasMessageContaining("2 GPUs");
    }
}
