package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.PlanException;
import dev.fer4j.train.network.GradientMode;
import org.junit.jupiter.api.Test;

class DeviceMemoryTest {

    private final EngineException ofGpu =
            new EngineException(
                    "CUDA out of memory. Tried to allocate 2.86 GiB. GPU 0 has a total capacity of"
                            + " 15.77 GiB of which 1.12 GiB is free.\nException raised from malloc"
                            + " at c10/cuda/CUDACachingAllocator.cpp:1218");

    private static Object fail(EngineException failure) {
        throw failure;
    }

    @Test
    void shortageOfAGpuIsSaidWithWhatHelps() {
        assertThatThrownBy(() -> PyTorch.exclusively(() -> fail(ofGpu)))
                .isInstanceOf(PlanException.class)
                .hasCause(ofGpu)
                .hasMessageStartingWith(
                        "memory: the memory of the GPU is insufficient: PyTorch tried to allocate"
                                + " 2.86 GiB (use a smaller --batch (with --accumulate");
        assertThatThrownBy(() -> GradientMode.off(() -> fail(ofGpu)))
                .isInstanceOf(PlanException.class);
    }

    @Test
    void librariesOfCudaAndTheCpuReportShortagesInOtherWords() {
        assertThat(
                        DeviceMemory.shortage(
                                new EngineException(
                                        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling"
                                                + " `cublasCreate(handle)`")))
                .isPresent();
        assertThat(
                        DeviceMemory.shortage(
                                        new EngineException(
                                                "[enforce fail at alloc_cpu.cpp:117] err == 0."
                                                        + " DefaultCPUAllocator: can't allocate"
                                                        + " memory: you tried to allocate"
                                                        + " 4000000000000 bytes. Error code 12"))
                                .orElseThrow())
                .hasMessageStartingWith(
                        "memory: the memory of this machine is insufficient: PyTorch tried to"
                                + " allocate 4000000000000 bytes (");
    }

    @Test
    void otherFailuresStayWhatTheyAre() {
        EngineException other = new EngineException("shapes differ");
        assertThatThrownBy(() -> PyTorch.exclusively(() -> fail(other))).isSameAs(other);
        assertThat(DeviceMemory.shortage(new EngineException((String) null))).isEmpty();
    }

    @Test
    void whatPyTorchSaysIsRecognized() {
        assertThatThrownBy(
                        () ->
                                GradientMode.off(
                                        () -> {
                                            try (NDManager manager =
                                                    PyTorch.engine().newBaseManager(Device.cpu())) {
                                                return manager.zeros(new Shape(1L << 45)).size();
                                            }
                                        }))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("this machine is insufficient: PyTorch tried to allocate");
    }
}
