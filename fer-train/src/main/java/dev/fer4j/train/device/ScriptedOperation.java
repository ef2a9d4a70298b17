package dev.fer4j.train.device;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * PyTorch operations that DJL does not expose, as a TorchScript module without parameters, written
 * here and loaded from memory.
 *
 * <p>They work on arrays of every device and floating-point type, and belong to the manager that
 * they were loaded for.
 */
public final class ScriptedOperation {

    /** Pickle of an instance of the class, whose only field says that it is in training mode. */
    private static final String OBJECT =
            "\u0080\u0002c__torch__\nOperation\n)\u0081}X\b\0\0\0training\u0088sb.";

    /** Pickle of an empty tuple. */
    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private final PtSymbolBlock module;

    private ScriptedOperation(PtSymbolBlock module) {
        this.module = module;
    }

    /**
     * Loads an operation on one array, for {@link #apply}.
     *
     * @param manager owns it
     * @param expression of the tensor {@code a}, in TorchScript
     */
    public static ScriptedOperation ofOne(NDManager manager, String expression) {
        return forward(manager, "a: Tensor", expression);
    }

    /**
     * Loads an operation on two arrays, for {@link #apply}.
     *
     * @param manager owns it
     * @param expression of the tensors {@code a} and {@code b}, in TorchScript
     */
    public static ScriptedOperation ofTwo(NDManager manager, String expression) {
        return forward(manager, "a: Tensor, b: Tensor", expression);
    }

    private static ScriptedOperation forward(
            NDManager manager, String arguments, String expression) {
        return ofMethods(
                manager,
                """
                def forward(self: __torch__.Operation, %s) -> Tensor:
                  return %s
                """
                        .formatted(arguments, expression));
    }

    /**
     * Loads operations of lists, for {@link #run}.
     *
     * @param manager owns them
     * @param methods of the class {@code __torch__.Operation}, in TorchScript, not indented
     */
    public static ScriptedOperation ofMethods(NDManager manager, String methods) {
        String source =
                """
                class Operation(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                """
                        + methods.indent(2);
        try {
            return new ScriptedOperation(
                    JniUtils.loadModule(
                            (PtNDManager) manager,
                            new ByteArrayInputStream(archive(source)),
                            false,
                            false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the result of the operation, attached to the first array's manager. It is
     * differentiable like that of any other operation, any number of times.
     *
     * @param arrays as many as it was loaded for, without names: DJL hands over an array with a
     *     name, such as that of a parameter, as a dictionary. A view of it has none
     */
    public NDArray apply(NDArray... arrays) {
        // Training mode keeps the thread's gradient mode; evaluation mode would switch it off.
        return IValueUtils.forward(module, new NDList(arrays), true).singletonOrThrow();
    }

    /**
     * Runs a method with gradients off. Neither it nor its numbers make an array, so that nothing
     * is copied to a device.
     *
     * @param method name of a method whose parameters are lists of tensors, then floats, and whose
     *     result is a float
     * @return its result; reading it from a tensor is the method's affair
     */
    public double run(String method, List<List<NDArray>> lists, double... numbers) {
        List<IValue> inputs = new ArrayList<>();
        try {
            for (List<NDArray> list : lists) {
                inputs.add(
                        IValue.listFrom(
                                list.stream()
                                        .map(PtNDArray.class::cast)
                                        .toArray(PtNDArray[]::new)));
            }
            for (double number : numbers) {
                inputs.add(IValue.from(number));
            }
            try (IValue result =
                    IValueUtils.runMethod(module, method, inputs.toArray(new IValue[0]))) {
                return result.toDouble();
            }
        } finally {
            inputs.forEach(IValue::close);
        }
    }

    private static byte[] archive(String source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // The reader requires uncompressed entries.
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, "data.pkl", OBJECT);
            put(zip, "code/__torch__.py", source);
            put(zip, "constants.pkl", NO_CONSTANTS);
            put(zip, "version", "3\n");
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
        ZipEntry entry = new ZipEntry("operation/" + name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(Hashing.crc32().hashBytes(content).padToLong());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
