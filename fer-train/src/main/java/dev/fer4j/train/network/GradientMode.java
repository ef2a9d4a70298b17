package dev.fer4j.train.network;

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

    /** Runs work with gradients off in this thread, and restores the mode. */
    public static <T> T off(Supplier<T> work) {
        // Loads the native library, without which the mode cannot be queried.
        PyTorch.engine();
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
