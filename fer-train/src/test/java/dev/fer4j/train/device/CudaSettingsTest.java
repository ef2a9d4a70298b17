package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.core.PlanException;
import dev.fer4j.train.device.Arithmetic.Precision;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** PyTorch has these settings without a GPU, too. */
@DisabledOnOs(OS.WINDOWS)
class CudaSettingsTest {

    private static final Map<String, String> FIXED = Map.of(CudaSettings.WORKSPACE, ":4096:8");
    private static final Arithmetic DETERMINISTIC = Arithmetic.DEFAULT.withDeterministic(true);
    private static final Arithmetic TF32 = Arithmetic.DEFAULT.withPrecision(Precision.TF32);

    @BeforeAll
    static void load() {
        PyTorch.engine();
    }

    @Test
    void settingsOfAnArithmeticHoldDuringTheWorkAndEndWithIt() {
        CudaSettings before = CudaSettings.current();
        assertThat(CudaSettings.during(DETERMINISTIC, FIXED, CudaSettings::current))
                .isEqualTo(new CudaSettings(false, true, false));
        assertThat(CudaSettings.during(TF32, Map.of(), CudaSettings::current))
                .isEqualTo(new CudaSettings(true, false, before.search()));
        assertThatThrownBy(
                        () ->
                                CudaSettings.during(
                                        TF32,
                                        Map.of(),
                                        () -> {
                                            throw new IllegalStateException("in the work");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(CudaSettings.current()).isEqualTo(before);
    }

    @Test
    void float32IsWithoutTf32() {
        assertThat(
                        CudaSettings.during(
                                TF32, Map.of(), () -> CudaSettings.current().withoutTf32().tf32()))
                .isFalse();
    }

    @Test
    void deterministicNeedsTheVariableOfCublas() {
        assertThatThrownBy(() -> CudaSettings.during(DETERMINISTIC, Map.of(), () -> "trained"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("set CUBLAS_WORKSPACE_CONFIG=:4096:8 before Java starts");
        assertThat(CudaSettings.during(TF32, Map.of(), () -> "trained")).isEqualTo("trained");
    }

    @Test
    void operationWithoutDeterministicKernelIsRefused() {
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            ScriptedOperation put = ScriptedOperation.ofTwo(manager, "torch.put(a, b, a)");
            NDArray values = manager.create(new float[] {1, 2});
            NDArray places = manager.create(new long[] {0, 0});
            put.apply(values, places);
            assertThatThrownBy(
                            () ->
                                    CudaSettings.during(
                                            DETERMINISTIC, FIXED, () -> put.apply(values, places)))
                    .isInstanceOf(PlanException.class)
                    .hasMessageContaining("put_")
                    .hasMessageContaining("train without deterministic");
            assertThatThrownBy(
                            () ->
                                    CudaSettings.during(
                                            DETERMINISTIC,
                                            FIXED,
                                            () -> {
                                                throw new EngineException("something else");
                                            }))
                    .isInstanceOf(EngineException.class);
        }
    }

    @Test
    void nothingIsSetForACpu() {
        CudaSettings before = CudaSettings.current();
        assertThat(PyTorch.in(DETERMINISTIC, Device.cpu(), CudaSettings::current))
                .isEqualTo(before);
    }
}
