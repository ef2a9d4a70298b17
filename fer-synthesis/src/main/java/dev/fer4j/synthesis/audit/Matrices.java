package dev.fer4j.synthesis.audit;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.train.device.PyTorch;

/**
 * Products of large matrices of doubles in row-major order, on the CPU: few GPUs compute with
 * doubles fast, and figures do not depend on the device.
 */
final class Matrices {

    private Matrices() {}

    /** A B, for square matrices. */
    static double[] times(double[] a, double[] b, int size) {
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            Shape square = new Shape(size, size);
            return manager.create(a, square).matMul(manager.create(b, square)).toDoubleArray();
        }
    }

    /** A Aᵀ. */
    static double[] timesTransposed(double[] a, int rows, int columns) {
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            NDArray matrix = manager.create(a, new Shape(rows, columns));
            return matrix.matMul(matrix.transpose()).toDoubleArray();
        }
    }
}
