package dev.fer4j.train.device;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;

/**
 * How a network is computed in training. Weights, gradients, the optimizer and everything after the
 * feature maps are float32 in every case, and so are validation and prediction.
 *
 * @param precision the format of feature maps and products
 * @param layout the order of feature maps in memory
 * @param deterministic whether the same training on the same GPU gives the same bits. Only kernels
 *     whose sums have a fixed order are then used, which may be slower, and a network that needs
 *     another is refused. Without effect on a CPU, where bits are the same in any case
 */
public record Arithmetic(Precision precision, Layout layout, boolean deterministic) {

    /** float32, with the layout that suits it, and the fastest kernels. */
    public static final Arithmetic DEFAULT =
            new Arithmetic(Precision.FLOAT32, Layout.AUTOMATIC, false);

    /** The format of feature maps and products. */
    public enum Precision {
        /** float32 throughout, on a GPU too. */
        FLOAT32,

        /**
         * float32 in memory; on a GPU of NVIDIA's Ampere generation or later, factors of products
         * are rounded to 10 bits of mantissa (TensorFloat-32). The same as float32 on other
         * devices.
         */
        TF32,

        /**
         * Feature maps, and copies of the convolutions' kernels, in bfloat16: 7 bits of mantissa
         * with the range of float32, half of the memory. Batch normalization computes in float32
         * and returns bfloat16.
         */
        BFLOAT16
    }

    /** The order of feature maps in memory. */
    public enum Layout {
        /** Channels-last on a CPU and in bfloat16, contiguous otherwise. */
        AUTOMATIC,
        /** {@code (N, C, H, W)}. */
        CONTIGUOUS,
        /** {@code (N, H, W, C)}. */
        CHANNELS_LAST
    }

    public Arithmetic {
        requireNonNull(precision);
        requireNonNull(layout);
    }

    public Arithmetic withPrecision(Precision other) {
        return new Arithmetic(other, layout, deterministic);
    }

    public Arithmetic withLayout(Layout other) {
        return new Arithmetic(precision, other, deterministic);
    }

    public Arithmetic withDeterministic(boolean same) {
        return new Arithmetic(precision, layout, same);
    }

    /** Returns a copy in float32, in which networks are validated. */
    public Arithmetic inFloat32() {
        return withPrecision(Precision.FLOAT32);
    }

    /** The layout on a device: contiguous or channels-last. */
    public Layout layoutOn(Device device) {
        if (layout != Layout.AUTOMATIC) {
            return layout;
        }
        return device.isGpu() && precision != Precision.BFLOAT16
                ? Layout.CONTIGUOUS
                : Layout.CHANNELS_LAST;
    }
}
