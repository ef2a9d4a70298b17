package dev.fer4j.train.network;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.fer4j.train.device.PyTorch;
import java.util.function.Supplier;

/**
 * PyTorch's gradient mode.
 *
 * <p>The mode is thread-local, and on in every thread except the one that loaded the engine. With
 * gradients on, predictions would accumulate graphs, and updates of weights would be refused.
 */
public final class GradientMode {

    private GradientMode() {}

    /**
     * Runs work with gradients off in this thread, and restores the mode.
     *
     * @throws dev.fer4j.core.PlanException if the device's memory is insufficient
     */
    public static <T> T off(Supplier<T> work) {
        return with(false, work);
    }

    /**
     * Runs work with gradients on in this thread, and restores the mode. Unlike DJL's gradient
     * collector, of which a JVM has one at a time, this is possible in several threads.
     */
    public static <T> T on(Supplier<T> work) {
        return with(true, work);
    }

    /**
     * Adds the gradients of a sum to those of the arrays that it was computed from with gradients
     * on.
     *
     * @param scores of any shape; their sum is differentiated
     */
    public static void backward(NDArray scores) {
        JniUtils.backward((PtNDArray) scores, (PtNDArray) scores.onesLike(), false, false);
    }

    private static <T> T with(boolean mode, Supplier<T> work) {
        // Loads the native library, without which the mode cannot be queried.
        PyTorch.engine();
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(mode);
        try {
            return PyTorch.explaining(work::get);
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
