package dev.fer4j.train.device;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PyTorch's settings of CUDA's arithmetic, which DJL does not offer: {@code at::Context}, called by
 * the names that compilers on Linux and macOS give its methods. They apply to the whole process.
 *
 * @param tf32 whether products may round their factors to TensorFloat-32, in cuDNN and cuBLAS
 * @param deterministic whether only algorithms with a fixed order of sums are used; others fail
 * @param search whether cuDNN measures its algorithms and takes the fastest
 */
record CudaSettings(boolean tf32, boolean deterministic, boolean search) {

    private static final Logger LOG = LoggerFactory.getLogger(CudaSettings.class);

    /** The environment variable that fixes the order of cuBLAS's sums. */
    static final String WORKSPACE = "CUBLAS_WORKSPACE_CONFIG";

    private static final Set<String> FIXED_WORKSPACES = Set.of(":4096:8", ":16:8");

    /**
     * Runs work with the settings of an arithmetic, and restores those before it.
     *
     * @param environment the environment of the process
     * @throws PlanException if the arithmetic cannot be had, or the work has no deterministic
     *     kernel but needs one
     */
    static <T> T during(Arithmetic arithmetic, Map<String, String> environment, Supplier<T> work) {
        if (arithmetic.deterministic()
                && !FIXED_WORKSPACES.contains(environment.getOrDefault(WORKSPACE, ""))) {
            throw refused(
                    "cuBLAS sums in a fixed order only if " + WORKSPACE + " is :4096:8 or :16:8",
                    "set " + WORKSPACE + "=:4096:8 before Java starts");
        }
        CudaSettings before = change(arithmetic);
        try {
            return work.get();
        } catch (EngineException e) {
            throw String.valueOf(e.getMessage())
                    .lines()
                    .filter(line -> line.contains("deterministic implementation"))
                    .findFirst()
                    .<RuntimeException>map(line -> refused(line, "train without deterministic"))
                    .orElse(e);
        } finally {
            before.apply();
        }
    }

    /** Changes the settings and returns those before. */
    private static CudaSettings change(Arithmetic arithmetic) {
        try {
            CudaSettings before = current();
            before.forArithmetic(arithmetic).apply();
            return before;
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("PyTorch's library has other names", e);
            throw refused(
                    "PyTorch's settings of CUDA cannot be changed on this operating system",
                    "use float32 or bfloat16, not deterministic");
        }
    }

    private static PlanException refused(String cause, String mend) {
        return new PlanException(Problem.Kind.BAD_SETTING, "arithmetic on CUDA", cause, mend);
    }

    /** The settings for an arithmetic, given those of the process. */
    CudaSettings forArithmetic(Arithmetic arithmetic) {
        return new CudaSettings(
                arithmetic.precision() == Arithmetic.Precision.TF32,
                arithmetic.deterministic(),
                search && !arithmetic.deterministic());
    }

    CudaSettings withoutTf32() {
        return new CudaSettings(false, deterministic, search);
    }

    /**
     * Reads the settings; the engine must be loaded.
     *
     * @throws UnsatisfiedLinkError if PyTorch's library has no method of this name, as on Windows
     */
    static CudaSettings current() {
        return new CudaSettings(
                is("14allowTF32CuDNN") || is("15allowTF32CuBLAS"),
                is("18deterministicCuDNN"),
                is("14benchmarkCuDNN"));
    }

    /**
     * Makes the settings those of the process.
     *
     * @throws UnsatisfiedLinkError as {@link #current} does
     */
    void apply() {
        set("17setAllowTF32CuDNN", "b", tf32);
        set("18setAllowTF32CuBLAS", "b", tf32);
        set("21setDeterministicCuDNN", "b", deterministic);
        set("17setBenchmarkCuDNN", "b", search);
        // The second value asks for an error instead of a warning.
        set("26setDeterministicAlgorithms", "bb", deterministic, false);
        // No result depends on memory that is not written first.
        set("39setDeterministicFillUninitializedMemory", "b", false);
    }

    private static boolean is(String method) {
        Object value =
                method("_ZNK2at7Context" + method + "Ev")
                        .invoke(Byte.class, new Object[] {context()});
        return !value.equals((byte) 0);
    }

    private static void set(String method, String types, boolean... values) {
        Object[] arguments = new Object[values.length + 1];
        arguments[0] = context();
        for (int i = 0; i < values.length; i++) {
            arguments[i + 1] = (byte) (values[i] ? 1 : 0);
        }
        method("_ZN2at7Context" + method + "E" + types).invokeVoid(arguments);
    }

    private static Pointer context() {
        return method("_ZN2at13globalContextEv").invokePointer(new Object[0]);
    }

    private static Function method(String name) {
        Path library =
                Path.of(LibUtils.getLibtorchPath()).resolve(System.mapLibraryName("torch_cpu"));
        return NativeLibrary.getInstance(library.toString()).getFunction(name);
    }
}
