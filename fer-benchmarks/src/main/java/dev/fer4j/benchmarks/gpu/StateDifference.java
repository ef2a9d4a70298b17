package dev.fer4j.benchmarks.gpu;

import dev.fer4j.train.state.CapturedState;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** How two states of trainings of the same plan differ. */
record StateDifference(CapturedState expected, CapturedState found) {

    StateDifference {
        if (!names(expected).equals(names(found))) {
            throw new IllegalArgumentException("states of different trainings");
        }
    }

    private static List<String> names(CapturedState state) {
        return state.tensors().stream().map(Tensor::name).toList();
    }

    /** The number of tensors that differ in any bit. */
    int tensors() {
        int count = 0;
        for (int i = 0; i < expected.tensors().size(); i++) {
            boolean equal =
                    expected.tensors()
                            .get(i)
                            .data()
                            .get()
                            .equals(found.tensors().get(i).data().get());
            count += equal ? 0 : 1;
        }
        return count;
    }

    /** The norm of the difference of all tensors with a prefix, over the norm of those expected. */
    double relative(String prefix) {
        double squares = 0;
        double differences = 0;
        for (int i = 0; i < expected.tensors().size(); i++) {
            if (expected.tensors().get(i).name().startsWith(prefix)) {
                float[] values = floats(expected.tensors().get(i));
                float[] others = floats(found.tensors().get(i));
                squares += squares(values, new float[values.length]);
                differences += squares(values, others);
            }
        }
        return Math.sqrt(differences / squares);
    }

    /** The same of arrays of equal length. */
    static double relative(float[] expected, float[] found) {
        return Math.sqrt(squares(expected, found) / squares(expected, new float[expected.length]));
    }

    private static double squares(float[] values, float[] others) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = (double) values[i] - others[i];
            sum += difference * difference;
        }
        return sum;
    }

    /** The largest absolute difference of a value of the tensors with a prefix. */
    double largest(String prefix) {
        double largest = 0;
        for (int i = 0; i < expected.tensors().size(); i++) {
            if (expected.tensors().get(i).name().startsWith(prefix)) {
                float[] values = floats(expected.tensors().get(i));
                float[] others = floats(found.tensors().get(i));
                for (int j = 0; j < values.length; j++) {
                    // Keeps what is not a number.
                    largest = Math.max(largest, Math.abs((double) values[j] - others[j]));
                }
            }
        }
        return largest;
    }

    private static float[] floats(Tensor tensor) {
        FloatBuffer values = tensor.data().get().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] copy = new float[values.remaining()];
        values.get(copy);
        return copy;
    }
}
