package dev.fer4j.synthesis.audit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.train.device.PyTorch;

/** Products of large matrices of doubles in row-major order. */
final class Matrices {

    private Matrices() {}

    /** A B, for square matrices. */
    static double[] times(double[] a, double[] b, int size) {
        try (NDManager manager = PyTorch.engine().newBaseManager()) {
            Shape square = new Shape(size, size);
            return manager.create(a, square).matMul(manager.create(b, square)).toDoubleArray();
        }
    }

    /** A Aᵀ. */
    static double[] timesTransposed(double[] a, int rows, int columns) {
        try (NDManager manager = PyTorch.engine().newBaseManager()) {
            NDArray matrix = manager.create(a, new Shape(rows, columns));
            return matrix.matMul(matrix.transpose()).toDoubleArray();
        }
    }
}
