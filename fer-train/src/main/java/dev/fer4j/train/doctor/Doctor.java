package dev.fer4j.train.doctor;

import static java.util.stream.Collectors.joining;

import ai.djl.util.Utils;
import com.google.common.collect.ImmutableList;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.device.GpuFacts;
import dev.fer4j.train.device.PyTorch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Examines this machine: engine, native libraries, GPU, threads, memory, codecs and folders. */
public final class Doctor {

    /** Space for temporary files, in bytes. */
    private static final long ENOUGH = 1L << 30;

    private Doctor() {}

    /**
     * Loads the native libraries and examines the machine. Libraries that cannot be loaded are
     * reported as findings, not exceptions.
     */
    public static Examination examine() {
        ImmutableList.Builder<MachineFinding> findings = ImmutableList.builder();
        findings.add(java());
        findings.add(fileNames(System.getProperty("sun.jnu.encoding", "UTF-8")));
        findings.addAll(engine());
        findings.add(waitPolicy(Optional.ofNullable(System.getenv("OMP_WAIT_POLICY"))));
        if (isLinux()) {
            findings.add(heap(Optional.ofNullable(System.getenv("GLIBC_TUNABLES"))));
        }
        findings.add(Memory.current().finding());
        findings.add(Codecs.images());
        findings.add(Codecs.video());
        findings.add(
                FolderCheck.of(
                        "temporary folder",
                        Path.of(System.getProperty("java.io.tmpdir")),
                        ENOUGH,
                        "choose another with -Djava.io.tmpdir=DIR"));
        findings.add(
                FolderCheck.of(
                        "engine folder",
                        Utils.getEngineCacheDir(),
                        bytesToUnpack(),
                        "choose another in the environment: DJL_CACHE_DIR=DIR"));
        return new Examination(findings.build());
    }

    private static MachineFinding java() {
        return MachineFinding.ok(
                "java",
                String.format(
                        Locale.ROOT,
                        "%s (%s) on %s %s",
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")));
    }

    /** Whether names of files may have letters beyond ASCII. */
    static MachineFinding fileNames(String encoding) {
        String subject = "file names";
        return encoding.startsWith("ANSI_X3.4") || encoding.equals("US-ASCII")
                ? MachineFinding.warning(
                        subject,
                        "the locale is not UTF-8: files with letters beyond ASCII in their names"
                                + " cannot be opened",
                        "set LC_ALL=C.UTF-8 in the environment before Java starts, as bin/fer"
                                + " does")
                : MachineFinding.ok(subject, "in " + encoding);
    }

    private static List<MachineFinding> engine() {
        EngineInfo info;
        GpuFacts gpu;
        try {
            info = EngineInfo.current();
            gpu = GpuFacts.current();
        } catch (PlanException e) {
            return List.of(MachineFinding.problem("engine", e.problems().get(0)));
        }
        List<MachineFinding> findings = new ArrayList<>();
        findings.add(
                MachineFinding.ok(
                        "engine",
                        "DJL %s, PyTorch %s (%s natives)"
                                .formatted(info.djl(), info.pytorch(), gpu.flavour())));
        findings.add(gpu(gpu));
        findings.add(threads(info.threads(), Runtime.getRuntime().availableProcessors()));
        return findings;
    }

    /** Zero if the natives are unpacked, or a problem of theirs has been found. */
    private static long bytesToUnpack() {
        try {
            return PyTorch.bytesToUnpack();
        } catch (PlanException e) {
            return 0;
        }
    }

    /** A missing GPU is a problem only if there are native libraries for one. */
    static MachineFinding gpu(GpuFacts facts) {
        List<Integer> usable = facts.usable();
        if (usable.isEmpty()) {
            Problem missing = facts.missing(0);
            return facts.isForCuda()
                    ? MachineFinding.warning("gpu", missing.cause(), missing.mend())
                    : MachineFinding.ok("gpu", missing.cause());
        }
        String found =
                usable.stream()
                        .map(index -> "gpu:" + index + " " + facts.runtime().gpus().get(index))
                        .collect(joining(", "));
        return MachineFinding.ok(
                "gpu", found + facts.driver().version().map(own -> ", driver " + own).orElse(""));
    }

    static MachineFinding threads(int threads, int cores) {
        String found = threads + " for an operation, " + cores + (cores == 1 ? " core" : " cores");
        return threads <= cores
                ? MachineFinding.ok("threads", found)
                : MachineFinding.warning(
                        "threads", found, "set OMP_NUM_THREADS=" + cores + " in the environment");
    }

    static MachineFinding waitPolicy(Optional<String> policy) {
        String subject = "OMP_WAIT_POLICY";
        if (policy.filter(value -> value.equalsIgnoreCase("passive")).isPresent()) {
            return MachineFinding.ok(subject, policy.get());
        }
        return MachineFinding.warning(
                subject,
                policy.map(value -> "is " + value).orElse("is not set")
                        + ": PyTorch's threads busy-wait and take cores from other threads",
                "set OMP_WAIT_POLICY=passive in the environment before Java starts, as bin/fer"
                        + " does");
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    /** Whether the heap of the C library retains the memory of freed tensors. */
    static MachineFinding heap(Optional<String> tunables) {
        String subject = "GLIBC_TUNABLES";
        boolean kept =
                tunables.filter(
                                value ->
                                        value.contains("glibc.malloc.mmap_max=0")
                                                && value.contains("glibc.malloc.trim_threshold=")
                                                && value.contains("glibc.malloc.arena_max=1"))
                        .isPresent();
        return kept
                ? MachineFinding.ok(subject, "freed tensor memory is kept and reused")
                : MachineFinding.warning(
                        subject,
                        "freed tensor memory is returned to the system: large networks spend a"
                                + " third of their time reallocating it",
                        "set it in the environment before Java starts, as bin/fer does"
                                + " (docs/training.md)");
    }
}
