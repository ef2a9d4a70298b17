package dev.fer4j.train.tensor;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Optional;

/**
 * Types of elements that may be in a safetensors file. Those that are not here (BF16, 8-bit floats,
 * 16-bit and unsigned integers) are refused: some of them abort the JVM when they reach PyTorch's
 * Java binding.
 */
public enum TensorType {
    /** IEEE 754 double precision. */
    F64(8, DataType.FLOAT64),
    /** IEEE 754 single precision. */
    F32(4, DataType.FLOAT32),
    /** IEEE 754 half precision. */
    F16(2, DataType.FLOAT16),
    /** Signed, 64 bits. */
    I64(8, DataType.INT64),
    /** Signed, 32 bits. */
    I32(4, DataType.INT32),
    /** Signed, 8 bits. */
    I8(1, DataType.INT8),
    /** Unsigned, 8 bits. */
    U8(1, DataType.UINT8),
    /** 0 or 1 in a byte. */
    BOOL(1, DataType.BOOLEAN);

    private final int bytes;
    private final DataType dataType;

    TensorType(int bytes, DataType dataType) {
        this.bytes = bytes;
        this.dataType = dataType;
    }

    /** Size of an element. */
    public int bytes() {
        return bytes;
    }

    /** DJL's name of the type. */
    public DataType dataType() {
        return dataType;
    }

    /** The type of that name in a file's header, if it is allowed. */
    static Optional<TensorType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
