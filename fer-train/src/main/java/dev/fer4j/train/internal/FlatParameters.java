package dev.fer4j.train.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.train.device.HostValues;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parameters of a network as one flat array: their elements concatenated in the given order.
 *
 * <p>One long array instead of a hundred short ones saves calls to the engine; groups of a few
 * megabytes stay in the processor's cache from one operation to the next. To be used with gradients
 * off, and within an {@code NDScope} unless the arrays are to be kept.
 */
public final class FlatParameters {

    /** Maximum number of elements in a group, unless a single parameter has more: 4 MB. */
    public static final long GROUP = 1L << 20;

    /** The same on a GPU, which works on many elements at a time: 1 GB. */
    static final long GROUP_ON_GPU = 1L << 28;

    private static final NDIndex ALL = new NDIndex("...");

    private final ImmutableMap<String, Parameter> parameters;
    private final long size;

    private FlatParameters(Map<String, Parameter> parameters) {
        this.parameters = ImmutableMap.copyOf(parameters);
        this.size = parameters.values().stream().mapToLong(p -> p.getArray().size()).sum();
    }

    /**
     * Divides parameters, by path and in their order, into groups of at most {@link #GROUP}
     * elements on a CPU, {@link #GROUP_ON_GPU} on a GPU.
     */
    public static List<FlatParameters> groups(Map<String, Parameter> parameters) {
        List<FlatParameters> groups = new ArrayList<>();
        Map<String, Parameter> group = new LinkedHashMap<>();
        long elements = 0;
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            NDArray array = entry.getValue().getArray();
            long more = array.size();
            long most = array.getDevice().isGpu() ? GROUP_ON_GPU : GROUP;
            if (!group.isEmpty() && elements + more > most) {
                groups.add(new FlatParameters(group));
                group.clear();
                elements = 0;
            }
            group.put(entry.getKey(), entry.getValue());
            elements += more;
        }
        if (!group.isEmpty()) {
            groups.add(new FlatParameters(group));
        }
        return List.copyOf(groups);
    }

    /**
     * Returns the memory of an array.
     *
     * @param array a float32 array on the CPU. Writes take effect only if {@link #areInPlace}
     *     holds; otherwise the buffer is a copy
     */
    public static FloatBuffer inPlace(NDArray array) {
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /**
     * Whether all values can be modified in memory: they are on the CPU, and are not views with
     * another element order.
     */
    public boolean areInPlace() {
        return arrays().allMatch(FlatParameters::isInPlace);
    }

    private static boolean isInPlace(NDArray array) {
        if (array.getDevice().isGpu()) {
            return false;
        }
        // The engine does not say whether it returned a copy, so check whether a write is visible.
        FloatBuffer memory = inPlace(array);
        float before = memory.get(0);
        float mark = before == 1 ? 2 : 1;
        memory.put(0, mark);
        boolean marked = inPlace(array).get(0) == mark;
        memory.put(0, before);
        return marked;
    }

    /** The parameters by path. */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** The total number of elements. */
    public long size() {
        return size;
    }

    /** A copy of the values, {@code (size)}. */
    public NDArray values() {
        return endToEnd(arrays());
    }

    /** A copy of the gradients, {@code (size)}. */
    public NDArray gradients() {
        return endToEnd(arrays().map(NDArray::getGradient));
    }

    /** Sets the values from an array {@code (size)}. */
    public void set(NDArray flat) {
        long start = 0;
        for (Parameter parameter : parameters.values()) {
            NDArray value = parameter.getArray();
            NDArray part = flat.get(new NDIndex().addSliceDim(start, start + value.size()));
            value.set(ALL, part.reshape(value.getShape()));
            start += value.size();
        }
    }

    /** Sets the gradients to zero. */
    public void zeroGradients() {
        arrays().forEach(array -> JniUtils.zeroGrad((PtNDArray) array));
    }

    /** The last parameter, in the order of the network, with a non-finite element. */
    public Optional<String> lastNotFinite(Function<NDArray, NDArray> quantity) {
        return parameters.entrySet().stream()
                .filter(entry -> !isFinite(quantity.apply(entry.getValue().getArray())))
                .map(Map.Entry::getKey)
                .reduce((before, last) -> last);
    }

    /** The last parameter whose part of an array {@code (size)} has a non-finite element. */
    public Optional<String> lastNotFinite(NDArray flat) {
        Optional<String> last = Optional.empty();
        long start = 0;
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            long end = start + entry.getValue().getArray().size();
            if (!isFinite(flat.get(new NDIndex().addSliceDim(start, end)))) {
                last = Optional.of(entry.getKey());
            }
            start = end;
        }
        return last;
    }

    private static boolean isFinite(NDArray array) {
        // Zero times anything finite is zero, and a sum of zeros cannot overflow.
        return HostValues.number(array.mul(0).sum()) == 0;
    }

    /**
     * The values as tensors, not copied on a CPU: their bytes reflect the values at the time they
     * are requested.
     *
     * @param prefix prefix of their names, before the paths
     */
    public List<Tensor> tensors(String prefix) {
        return parameters.entrySet().stream()
                .map(
                        entry -> {
                            NDArray value = entry.getValue().getArray();
                            return new Tensor(
                                    prefix + entry.getKey(),
                                    TensorType.F32,
                                    value.getShape(),
                                    () -> HostValues.bytes(value));
                        })
                .toList();
    }

    /**
     * Parts of an array {@code (size)} as tensors, not copied on a CPU: their bytes reflect the
     * values at the time they are requested.
     *
     * @param prefix of their names, before the paths
     * @param flat the array, which must stay open until then
     */
    public List<Tensor> tensors(String prefix, NDArray flat) {
        List<Tensor> tensors = new ArrayList<>();
        long start = 0;
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            Shape shape = entry.getValue().getArray().getShape();
            NDIndex part = new NDIndex().addSliceDim(start, start + shape.size());
            tensors.add(
                    new Tensor(
                            prefix + entry.getKey(),
                            TensorType.F32,
                            shape,
                            () -> {
                                try (NDArray own = flat.get(part)) {
                                    return HostValues.bytes(own);
                                }
                            }));
            start += shape.size();
        }
        return tensors;
    }

    /**
     * Reads an array {@code (size)} from tensors made by {@link #tensors}.
     *
     * @param bytes returns a tensor's bytes by name, little endian
     */
    public NDArray read(NDManager manager, String prefix, Function<String, ByteBuffer> bytes) {
        NDArray flat = manager.zeros(new Shape(size));
        long start = 0;
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            long elements = entry.getValue().getArray().size();
            try (NDArray part =
                    manager.create(
                            bytes.apply(prefix + entry.getKey()),
                            new Shape(elements),
                            DataType.FLOAT32)) {
                flat.set(new NDIndex().addSliceDim(start, start + elements), part);
            }
            start += elements;
        }
        return flat;
    }

    private Stream<NDArray> arrays() {
        return parameters.values().stream().map(Parameter::getArray);
    }

    private static NDArray endToEnd(Stream<NDArray> arrays) {
        return NDArrays.concat(
                arrays.map(array -> array.reshape(-1))
                        .collect(Collectors.toCollection(NDList::new)));
    }
}
