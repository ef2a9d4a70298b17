package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.train.device.GpuFacts.Cuda;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GpuFactsTest {

    private static GpuFacts facts(
            String flavour, String system, String driver, int deviceFiles, String visible) {
        return new GpuFacts(
                flavour,
                Cuda.UNAVAILABLE,
                0,
                system,
                Optional.ofNullable(driver),
                deviceFiles,
                Optional.ofNullable(visible));
    }

    static Stream<Arguments> machines() {
        return Stream.of(
                Arguments.of(
                        facts("cpu", "Linux", null, 0, null),
                        "for the CPU, and there is no NVIDIA driver",
                        "build with -Pcuda and install an NVIDIA driver of 525.60.13 or later"),
                Arguments.of(
                        facts("cpu", "Linux", "550.54.15", 1, null),
                        "for the CPU",
                        "(build with -Pcuda, or"),
                Arguments.of(
                        facts("cu124", "Linux", null, 0, null),
                        "there is no NVIDIA driver",
                        "(install an NVIDIA driver"),
                Arguments.of(
                        facts("cu124", "Linux", "470.82.01", 1, null),
                        "driver 470.82.01 is too old",
                        "525.60.13"),
                Arguments.of(
                        facts("cu124", "Linux", "525.60.13", 0, null),
                        "525.60.13 has no device file",
                        "--gpus all"),
                Arguments.of(
                        facts("cu124", "Linux", "1000.1", 1, ""),
                        "CUDA_VISIBLE_DEVICES is ''",
                        "unset"),
                Arguments.of(
                        facts("cu124", "Windows 11", null, 0, null),
                        "(cu124) found no CUDA device",
                        "nvidia-smi"));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatIsMissingIsSaidWithItsMend(GpuFacts facts, String cause, String mend) {
        assertThat(facts.has(0)).isFalse();
        assertThat(facts.missing(0).message())
                .startsWith("device gpu:0: ")
                .contains(cause, mend, "the device cpu");
    }

    @Test
    void gpusThatNativesForTheCpuCannotUseAreNotUsable() {
        GpuFacts facts =
                new GpuFacts(
                        "cpu",
                        Cuda.UNAVAILABLE,
                        1,
                        "Linux",
                        Optional.of("550.54.15"),
                        1,
                        Optional.empty());
        assertThat(facts.has(0)).isFalse();
    }

    @Test
    void versionOfTheDriverIsRead() {
        assertThat(
                        GpuFacts.driverVersion(
                                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue"
                                        + " Mar  5 22:23:56 UTC 2024\nGCC version: 12.2.0\n"))
                .contains("550.54.15");
        assertThat(
                        GpuFacts.driverVersion(
                                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.10"
                                        + "  Release Build\n"))
                .contains("570.86.10");
        assertThat(GpuFacts.driverVersion("nothing of the kind")).isEmpty();
    }
}
