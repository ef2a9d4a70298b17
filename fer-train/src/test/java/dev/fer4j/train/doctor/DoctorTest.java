package dev.fer4j.train.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.device.GpuFacts;
import dev.fer4j.train.device.GpuMachines;
import dev.fer4j.train.doctor.MachineFinding.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoctorTest {

    @Test
    void thisMachineIsExamined() {
        Examination examination = Doctor.examine();
        assertThat(examination.findings())
                .extracting(MachineFinding::subject)
                .filteredOn(subject -> !subject.equals("GLIBC_TUNABLES")) // of Linux only
                .containsExactly(
                        "java",
                        "file names",
                        "engine",
                        "gpu",
                        "threads",
                        "OMP_WAIT_POLICY",
                        "memory",
                        "images",
                        "video codecs",
                        "temporary folder",
                        "engine folder");
        assertThat(examination.worst()).isNotEqualTo(Status.PROBLEM);
        EngineInfo engine = EngineInfo.current();
        assertThat(examination.toText())
                .contains("PyTorch " + engine.pytorch(), "DJL " + engine.djl(), "OpenCV 4.9.0")
                .contains("h264, hevc, vp9, av1, mpeg4, mjpeg");
    }

    @Test
    void namesOfFilesInAsciiAreAWarning() {
        assertThat(Doctor.fileNames("ANSI_X3.4-1968").status()).isEqualTo(Status.WARNING);
        assertThat(Doctor.fileNames("ANSI_X3.4-1968").mend()).contains("LC_ALL=C.UTF-8");
        assertThat(Doctor.fileNames("UTF-8").status()).isEqualTo(Status.OK);
        assertThat(Doctor.fileNames("Cp1252").status()).isEqualTo(Status.OK);
    }

    @Test
    void spinningThreadsAreAWarning() {
        assertThat(Doctor.waitPolicy(Optional.of("PASSIVE")).status()).isEqualTo(Status.OK);
        assertThat(Doctor.waitPolicy(Optional.of("active")).status()).isEqualTo(Status.WARNING);
        assertThat(Doctor.waitPolicy(Optional.empty()).mend()).contains("OMP_WAIT_POLICY=passive");
    }

    @Test
    void heapThatGivesMemoryBackIsAWarning() {
        String kept =
                "glibc.malloc.arena_max=1:glibc.malloc.mmap_max=0"
                        + ":glibc.malloc.trim_threshold=1000000000000";
        assertThat(Doctor.heap(Optional.of(kept)).status()).isEqualTo(Status.OK);
        assertThat(Doctor.heap(Optional.of("glibc.malloc.hugetlb=1")).status())
                .isEqualTo(Status.WARNING);
        assertThat(Doctor.heap(Optional.empty()).mend()).contains("bin/fer");
    }

    @Test
    void moreThreadsThanCoresAreAWarning() {
        assertThat(Doctor.threads(2, 2).status()).isEqualTo(Status.OK);
        assertThat(Doctor.threads(8, 2).mend()).contains("OMP_NUM_THREADS=2");
    }

    @ParameterizedTest
    @MethodSource("dev.fer4j.train.device.GpuMachines#withoutGpu")
    void whyNoGpuIsUsableIsSaidAndAWarningOnlyWithNativesForOne(
            GpuFacts facts, String cause, String mend) {
        MachineFinding finding = Doctor.gpu(facts);
        assertThat(finding.found()).isEqualTo("PyTorch can use no GPU: " + cause);
        if (facts.bundled().contains("cu124")) {
            assertThat(finding.status()).isEqualTo(Status.WARNING);
            assertThat(finding.mend()).startsWith(mend);
        } else {
            assertThat(finding.status()).isEqualTo(Status.OK);
        }
    }

    @Test
    void usableGpusAreListed() {
        assertThat(Doctor.gpu(GpuMachines.with(GpuMachines.OLD, GpuMachines.NEW)))
                .isEqualTo(
                        MachineFinding.ok(
                                "gpu",
                                "gpu:1 NVIDIA A100 of compute capability 8.0, driver 550.54.15"));
        assertThat(Doctor.gpu(GpuMachines.with(GpuMachines.OLD)).status())
                .isEqualTo(Status.WARNING);
    }

    @Test
    void limitOfTheControlGroupCountsAsMemory() {
        long gigabyte = 1L << 30;
        assertThat(Memory.limit("max\n")).isEmpty();
        assertThat(Memory.limit("9223372036854771712\n")).isEmpty();
        assertThat(Memory.limit("2147483648\n")).contains(2 * gigabyte);
        assertThat(new Memory(gigabyte, 16 * gigabyte, Optional.empty()).finding().status())
                .isEqualTo(Status.OK);
        assertThat(
                        new Memory(gigabyte, 16 * gigabyte, Optional.of(2 * gigabyte))
                                .finding()
                                .status())
                .isEqualTo(Status.WARNING);
        assertThat(new Memory(1 << 20, 16 * gigabyte, Optional.empty()).finding().mend())
                .contains("-Xmx1g");
    }

    @Test
    void missingDecodersAreNamed() {
        MachineFinding finding = Codecs.video(Map.of("h264", "h264", "av1", "av1"), "7.1");
        assertThat(finding.status()).isEqualTo(Status.WARNING);
        assertThat(finding.found()).contains("not hevc, vp9, mpeg4, mjpeg, av1 (only");
    }

    @Test
    void folderThatIsAFileIsAProblem(@TempDir Path folder) throws IOException {
        assertThat(FolderCheck.of("x", folder.resolve("new"), 1, "name another").status())
                .isNotEqualTo(Status.PROBLEM);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(FolderCheck.of("x", file, 1, "name another").status()).isEqualTo(Status.PROBLEM);
    }

    @Test
    void spaceThatNativesNeedIsCompared(@TempDir Path folder) {
        MachineFinding finding = FolderCheck.of("x", folder, 1L << 60, "name another");
        assertThat(finding.status()).isEqualTo(Status.WARNING);
        assertThat(finding.found()).endsWith("GiB free, and 1073741824.0 GiB are needed");
    }
}
