package dev.fer4j.synthesis.network;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sizes of a generator and its discriminator (Karras et al. 2020a, configuration F: skip-connection
 * generator, residual discriminator).
 *
 * <p>Feature maps of r × r pixels have {@code min(channelBase / r, channelMax)} channels, rounded
 * down. At 1024 × 1024 px, the published sizes have 30,370,060 trainable parameters in the
 * generator and 29,012,513 in the discriminator.
 *
 * @param resolution height and width of the images, a power of two in 16..1024
 * @param channelBase channels times side length in pixels; 32,768 in the published networks
 * @param channelMax the largest number of channels; 512 in the published networks
 * @param zDim dimension of a latent z; 512 in the published networks
 * @param wDim dimension of an intermediate latent w; 512 in the published networks
 * @param mappingLayers number of fully connected layers from z to w; 8 in the published networks
 * @param mappingRateMultiplier λ, the factor on the learning rate of these layers; 0.01 in the
 *     published networks (Karras et al. 2019, appendix C)
 */
public record StyleGan2Config(
        int resolution,
        int channelBase,
        int channelMax,
        int zDim,
        int wDim,
        int mappingLayers,
        double mappingRateMultiplier) {

    /** Side of the smallest feature maps, at which a generator starts and a discriminator ends. */
    static final int SMALLEST = 4;

    public StyleGan2Config {
        checkArgument(
                resolution >= 16 && resolution <= 1024 && Integer.bitCount(resolution) == 1,
                "resolution %s is not one of 16, 32, 64, 128, 256, 512, 1024",
                resolution);
        checkArgument(
                channelBase >= resolution && channelBase <= 1 << 20,
                "channelBase %s is not in %s..1048576, so that %s px have a channel at least",
                channelBase,
                resolution,
                resolution);
        requireSize("channelMax", channelMax);
        requireSize("zDim", zDim);
        requireSize("wDim", wDim);
        checkArgument(
                mappingLayers >= 1 && mappingLayers <= 32,
                "mappingLayers %s is not in 1..32",
                mappingLayers);
        checkArgument(
                mappingRateMultiplier > 0 && mappingRateMultiplier <= 1,
                "mappingRateMultiplier %s is not in (0, 1]",
                mappingRateMultiplier);
    }

    private static void requireSize(String name, int value) {
        checkArgument(value >= 1 && value <= 4096, "%s %s is not in 1..4096", name, value);
    }

    /** The published sizes at a resolution: configuration F. */
    public static StyleGan2Config published(int resolution) {
        return new StyleGan2Config(resolution, 32768, 512, 512, 512, 8, 0.01);
    }

    /** The published sizes with half the channels at 64 px and above, as in ADA at 256 px. */
    public static StyleGan2Config half(int resolution) {
        return published(resolution).withChannels(16384, 512);
    }

    /**
     * A small network for CPUs: channel base 4,096, at most 128 channels, and latents of dimension
     * 128.
     */
    public static StyleGan2Config small(int resolution) {
        return new StyleGan2Config(resolution, 4096, 128, 128, 128, 4, 0.01);
    }

    public StyleGan2Config withChannels(int base, int max) {
        return new StyleGan2Config(
                resolution, base, max, zDim, wDim, mappingLayers, mappingRateMultiplier);
    }

    public StyleGan2Config withDimensions(int z, int w) {
        return new StyleGan2Config(
                resolution, channelBase, channelMax, z, w, mappingLayers, mappingRateMultiplier);
    }

    public StyleGan2Config withMappingLayers(int layers) {
        return new StyleGan2Config(
                resolution, channelBase, channelMax, zDim, wDim, layers, mappingRateMultiplier);
    }

    /** The number of channels of feature maps with the given side. */
    public int channels(int side) {
        return Math.min(channelBase / side, channelMax);
    }

    /** The sides of the feature maps: 4, 8, …, the resolution. */
    public List<Integer> sides() {
        int steps = Integer.numberOfTrailingZeros(resolution / SMALLEST);
        return IntStream.rangeClosed(0, steps).mapToObj(step -> SMALLEST << step).toList();
    }

    /**
     * The number of w per image, one for each convolution of the generator and one for the last
     * toRGB: {@code 2·log2(resolution) − 2}, 18 at 1024 px.
     */
    public int styles() {
        return 2 * sides().size();
    }
}
