package dev.fer4j.train.device;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A GPU that the CUDA runtime lists.
 *
 * @param model its name, such as {@code NVIDIA A100-SXM4-80GB}, if it can be determined
 * @param major major number of its compute capability
 * @param minor minor number of its compute capability
 */
public record Gpu(Optional<String> model, int major, int minor) {

    /** PyTorch 2.5.1's natives have kernels for compute capabilities from 5.0 ... */
    private static final int OLDEST = 5;

    /** ... to 9.0, which all of 9.x run, and none that a later one could translate. */
    private static final int NEWEST = 9;

    public Gpu {
        requireNonNull(model);
    }

    /**
     * Creates a GPU from a compute capability in DJL's form.
     *
     * @param capability the two numbers without a point, such as {@code 86} or {@code 120}; the
     *     last digit is the minor number
     */
    static Gpu of(Optional<String> model, String capability) {
        int numbers = Integer.parseInt(capability);
        return new Gpu(model, numbers / 10, numbers % 10);
    }

    /** Whether PyTorch's natives have kernels for it. */
    public boolean isSupported() {
        return major >= OLDEST && major <= NEWEST;
    }

    /** The compute capabilities that PyTorch's natives have kernels for. */
    static String supported() {
        return OLDEST + ".0 to " + NEWEST + ".x";
    }

    /** Its model and compute capability. */
    @Override
    public String toString() {
        return model.orElse("a GPU") + " of compute capability " + major + "." + minor;
    }
}
