package dev.fer4j.train.hdf5;

import ai.djl.ndarray.types.Shape;
import com.google.common.primitives.Ints;
import io.jhdf.api.Dataset;
import java.util.Arrays;

/** A dataset whose claims about its size are plausible. Valid until its file is closed. */
public final class Hdf5Dataset {

    private final Hdf5Bounds bounds;
    private final String name;
    private final Dataset data;
    private final Shape shape;
    private final String type;
    private final boolean float32;

    /** Reads the type and shape, too, so that damage shows when the file is opened. */
    Hdf5Dataset(Hdf5Bounds bounds, String name, Dataset data) {
        this.bounds = bounds;
        this.name = name;
        this.data = data;
        this.shape =
                new Shape(Ints.asList(data.getDimensions()).stream().mapToLong(i -> i).toArray());
        Class<?> java = data.getJavaType();
        this.type = java.getSimpleName();
        this.float32 =
                (java == float.class || java == Float.class)
                        && data.getDataType().getSize() == Float.BYTES;
    }

    /** Its path, beginning with a slash. */
    public String name() {
        return name;
    }

    /** Its shape, without dimensions for a scalar. */
    public Shape shape() {
        return shape;
    }

    /** The Java name of the type of its elements. */
    public String type() {
        return type;
    }

    /** Whether its elements are 32-bit floating-point numbers. */
    public boolean isFloat32() {
        return float32;
    }

    /** Whether it has values: some are declared and never written. */
    public boolean isWritten() {
        return Hdf5Reading.of(bounds.subject(), () -> data.getSize() > 0 && !data.isEmpty());
    }

    /**
     * Reads its values in row-major order.
     *
     * @throws dev.fer4j.core.InputException if they are damaged, or more than the file states
     * @throws IllegalStateException if they are not {@link #isFloat32}
     */
    public float[] floats() {
        if (!float32) {
            throw new IllegalStateException(name + " is of " + type);
        }
        Object subject = bounds.subject();
        return Hdf5Reading.of(
                subject,
                () -> {
                    bounds.requireDecompressible(name, data);
                    Object values = data.getDataFlat();
                    if (values instanceof Float single) {
                        return new float[] {single};
                    }
                    if (values instanceof float[] all && all.length == data.getSize()) {
                        return all;
                    }
                    throw Hdf5Reading.refused(
                            subject,
                            "has no values, or not as many as it says, in %s of %s"
                                    .formatted(name, Arrays.toString(data.getDimensions())));
                });
    }
}
