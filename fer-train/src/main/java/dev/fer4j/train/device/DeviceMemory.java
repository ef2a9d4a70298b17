package dev.fer4j.train.device;

import ai.djl.engine.EngineException;
import com.google.common.base.Splitter;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes PyTorch's failures to allocate a device's memory. */
final class DeviceMemory {

    /** A part of the message of CUDA's, cuDNN's and cuBLAS's, and of the CPU's allocators. */
    private static final List<String> OF_GPU =
            List.of(
                    "cuda out of memory",
                    "cudnn_status_alloc_failed",
                    "cublas_status_alloc_failed");

    private static final String OF_CPU = "defaultcpuallocator";

    private static final Pattern TRIED =
            Pattern.compile("[Tt]ried to allocate ([0-9.]+ (?:[KMGT]iB|bytes))");

    private DeviceMemory() {}

    /** The problem as an exception with this cause; empty if it is another failure. */
    static Optional<PlanException> shortage(EngineException failure) {
        String message = String.valueOf(failure.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        boolean ofGpu = OF_GPU.stream().anyMatch(lower::contains);
        if (!ofGpu && !lower.contains(OF_CPU)) {
            return Optional.empty();
        }
        PlanException exception =
                new PlanException(
                        Problem.Kind.BAD_SETTING,
                        "memory",
                        "the memory of "
                                + (ofGpu ? "the GPU" : "this machine")
                                + " is insufficient"
                                + tried(message),
                        "use a smaller --batch (with --accumulate, for an update of as many"
                                + " images), or smaller images"
                                + (ofGpu ? "; nvidia-smi shows what else uses the GPU" : ""));
        exception.initCause(failure);
        return Optional.of(exception);
    }

    private static String tried(String message) {
        Matcher matcher = TRIED.matcher(Splitter.on('\n').splitToList(message).get(0));
        return matcher.find() ? ": PyTorch tried to allocate " + matcher.group(1) : "";
    }
}
