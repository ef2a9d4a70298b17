package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.PlanException;
import dev.fer4j.train.checkpoint.RunIdentity;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GpuFactsTest {

    @ParameterizedTest
    @MethodSource("dev.fer4j.train.device.GpuMachines#withoutGpu")
    void whatIsMissingIsSaidWithItsMend(GpuFacts facts, String cause, String mend) {
        assertThat(facts.has(0)).isFalse();
        assertThat(facts.usable()).isEmpty();
        assertThat(facts.missing(0).message())
                .startsWith("device gpu:0: PyTorch can use no GPU: " + cause + " (" + mend)
                .endsWith("compute on the device cpu; Doctor.examine() says more)");
        assertThatThrownBy(() -> facts.kind(0)).isInstanceOf(PlanException.class);
    }

    @Test
    void gpuThatIsTooOldIsNotUsed() {
        GpuFacts facts = GpuMachines.with(GpuMachines.OLD, GpuMachines.NEW);
        assertThat(facts.usable()).containsExactly(1);
        assertThat(facts.missing(0).message())
                .isEqualTo(
                        "device gpu:0: PyTorch's natives (cu124) have kernels for compute"
                                + " capability 5.0 to 9.x, and this is Tesla K80 of compute"
                                + " capability 3.7 (use gpu:1)");
        assertThat(GpuMachines.with(GpuMachines.OLD).missing(0).mend())
                .isEqualTo("compute on the device cpu");
    }

    @Test
    void indexBeyondTheGpusIsSaid() {
        assertThat(GpuMachines.with(GpuMachines.NEW).missing(9).message())
                .isEqualTo("device gpu:9: PyTorch sees 1 GPU (use gpu:0)");
        assertThat(GpuMachines.with(GpuMachines.NEW, GpuMachines.NEW).missing(9).message())
                .isEqualTo("device gpu:9: PyTorch sees 2 GPUs (use gpu:0 to gpu:1)");
    }

    @ParameterizedTest
    @CsvSource({
        "37, 3.7, false",
        "50, 5.0, true",
        "89, 8.9, true",
        "90, 9.0, true",
        "100, 10.0, false",
        "120, 12.0, false"
    })
    void computeCapabilitiesAreRead(String text, String capability, boolean supported) {
        Gpu gpu = Gpu.of(Optional.empty(), text);
        assertThat(gpu).hasToString("a GPU of compute capability " + capability);
        assertThat(gpu.isSupported()).isEqualTo(supported);
    }

    private static RunIdentity identity(String kind) {
        TreeMap<String, String> entries = new TreeMap<>();
        entries.put("config.device", kind);
        return new RunIdentity(entries);
    }

    @Test
    void trainingMovesBetweenEqualGpusAndToNoOtherDevice() {
        GpuFacts facts =
                GpuMachines.with(
                        GpuMachines.NEW,
                        GpuMachines.NEW,
                        new Gpu(Optional.of("NVIDIA H200"), 9, 0));
        RunIdentity first = identity(facts.kind(0));
        assertThat(first.differences(identity(facts.kind(1)))).isEmpty();
        assertThat(first.differences(identity(facts.kind(2))))
                .containsExactly(
                        "config.device: NVIDIA A100 of compute capability 8.0 (cu124) in the"
                                + " checkpoint, NVIDIA H200 of compute capability 9.0 (cu124) now");
        assertThat(identity(DeviceChoice.CPU.kind()).differences(first))
                .containsExactly(
                        "config.device: cpu in the checkpoint, NVIDIA A100 of compute capability"
                                + " 8.0 (cu124) now");
    }

    @Test
    void versionOfTheDriverIsRead() {
        assertThat(
                        NvidiaDriver.version(
                                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue"
                                        + " Mar  5 22:23:56 UTC 2024\nGCC version: 12.2.0\n"))
                .contains("550.54.15");
        assertThat(
                        NvidiaDriver.version(
                                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.10"
                                        + "  Release Build\n"))
                .contains("570.86.10");
        assertThat(NvidiaDriver.version("nothing of the kind")).isEmpty();
    }
}
