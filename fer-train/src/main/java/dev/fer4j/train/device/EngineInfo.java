package dev.fer4j.train.device;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Optional;

/**
 * The engine and its environment, which can affect the last bits of a result.
 *
 * @param djl version of Deep Java Library
 * @param pytorch version of PyTorch
 * @param threads number of threads used by an operation
 * @param gpus number of GPUs that PyTorch can use
 * @param ompWaitPolicy the environment's {@code OMP_WAIT_POLICY}, which changes speed only
 */
public record EngineInfo(
        String djl, String pytorch, int threads, int gpus, Optional<String> ompWaitPolicy) {

    /** Loads the engine and queries it. */
    public static EngineInfo current() {
        Engine engine = PyTorch.engine();
        return new EngineInfo(
                Engine.getDjlVersion(),
                engine.getVersion(),
                JniUtils.getNumThreads(),
                engine.getGpuCount(),
                Optional.ofNullable(System.getenv("OMP_WAIT_POLICY")));
    }
}
