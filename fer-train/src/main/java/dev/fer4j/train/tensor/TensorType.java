package dev.fer4j.train.tensor;

import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Supported types of elements in a safetensors file. Others (BF16, 8-bit floats, 16-bit and
 * unsigned integers) are refused: some of them crash the JVM when they reach PyTorch's Java
 * binding.
 */
public enum TensorType {
    /** IEEE 754 double precision. */
    F64(8, DataType.FLOAT64),
    /** IEEE 754 single precision. */
    F32(4, DataType.FLOAT32),
    /** IEEE 754 half precision. */
    F16(2, DataType.FLOAT16),
    /** Signed 64-bit integer. */
    I64(8, DataType.INT64),
    /** Signed 32-bit integer. */
    I32(4, DataType.INT32),
    /** Signed 8-bit integer. */
    I8(1, DataType.INT8),
    /** Unsigned 8-bit integer. */
    U8(1, DataType.UINT8),
    /** 0 or 1 in a byte. */
    BOOL(1, DataType.BOOLEAN);

    private static final int HALF_EXPONENT = 0x7c00;

    private final int bytes;
    private final DataType dataType;

    TensorType(int bytes, DataType dataType) {
        this.bytes = bytes;
        this.dataType = dataType;
    }

    /** The size of an element, in bytes. */
    public int bytes() {
        return bytes;
    }

    /** The corresponding DJL type. */
    public DataType dataType() {
        return dataType;
    }

    /**
     * Counts elements that are NaN or infinite, none for integers.
     *
     * @param data elements, little endian, from position to limit
     */
    long countNotFinite(ByteBuffer data) {
        ByteBuffer own = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long count = 0;
        while (own.remaining() >= bytes) {
            boolean finite =
                    switch (this) {
                        case F64 -> Double.isFinite(own.getDouble());
                        case F32 -> Float.isFinite(own.getFloat());
                        case F16 -> (own.getShort() & HALF_EXPONENT) != HALF_EXPONENT;
                        default -> {
                            own.position(own.limit());
                            yield true;
                        }
                    };
            count += finite ? 0 : 1;
        }
        return count;
    }

    /** Returns the type of this name in a header, if it is supported. */
    static Optional<TensorType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
