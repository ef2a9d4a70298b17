package dev.fer4j.benchmarks.gpu;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import dev.fer4j.core.PlanException;
import dev.fer4j.train.device.DeviceChoice;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a stage works with.
 *
 * @param device the device to check and measure
 * @param scale how much to compute
 * @param folder an empty folder
 * @param findings receives each finding, once there is one
 */
record Setup(DeviceChoice device, Scale scale, Path folder, Consumer<GpuFinding> findings) {

    /** The name of a constant in a sentence. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void fact(String name, String text) {
        findings.accept(GpuFinding.fact(name, text));
    }

    void measured(String name, double value, String unit) {
        findings.accept(GpuFinding.measured(name, value, unit));
    }

    void checked(String name, double value, String unit, double limit) {
        findings.accept(GpuFinding.checked(name, value, unit, limit));
    }

    /** Does a part of a stage; if it fails, as for lack of memory, the stage goes on. */
    void part(String name, Runnable work) {
        try {
            work.run();
        } catch (PlanException | EngineException e) {
            findings.accept(GpuFinding.failed(name, String.valueOf(e.getMessage())));
        } finally {
            freeDevice();
        }
    }

    /** Gives memory that PyTorch keeps for reuse back to the GPU, so that parts can be compared. */
    private void freeDevice() {
        if (hasCuda()) {
            JniUtils.emptyCudaCache();
        }
    }

    /** The memory of the GPU in use, by whatever, in MB; empty if CUDA cannot tell. */
    Optional<Double> deviceMegabytes() {
        return hasCuda()
                ? Optional.of(CudaUtils.getGpuMemory(device.resolve()).getUsed() / 1e6)
                : Optional.empty();
    }

    private boolean hasCuda() {
        return device.gpu().isPresent() && CudaUtils.hasCuda();
    }
}
