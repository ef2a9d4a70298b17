package dev.fer4j.synthesis.network;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sizes of a generator and its discriminator (Karras et al. 2020a, configuration F: skip-connection
 * generator, residual discriminator).
 *
 * <p>Feature maps of r × r pixels have {@code min(base / r, max)} channels, rounded down. At 1024 ×
 * 1024 px, the published sizes have 30,370,060 trainable parameters in the generator and 29,012,513
 * in the discriminator.
 *
 * <p>JSON has one flat object: {@code resolution, channelBase, channelMax, zDim, wDim,
 * mappingLayers, mappingRateMultiplier}.
 *
 * @param resolution height and width of the images, a power of two in 16..1024
 * @param channels how many channels feature maps have
 * @param dimensions of latents
 * @param mapping the fully connected layers from z to w
 */
public record StyleGan2Config(
        int resolution, Channels channels, Dimensions dimensions, Mapping mapping) {

    /**
     * The numbers of channels of feature maps.
     *
     * @param base channels times side length in pixels; 32,768 in the published networks
     * @param max the largest number of channels; 512 in the published networks
     */
    public record Channels(int base, int max) {}

    /**
     * The dimensions of latents.
     *
     * @param z of a latent z; 512 in the published networks
     * @param w of an intermediate latent w; 512 in the published networks
     */
    public record Dimensions(int z, int w) {}

    /**
     * The fully connected layers from z to w.
     *
     * @param layers their number; 8 in the published networks
     * @param rateMultiplier λ, the factor on their learning rate; 0.01 in the published networks
     *     (Karras et al. 2019, appendix C)
     */
    public record Mapping(int layers, double rateMultiplier) {}

    /** Side of the smallest feature maps, at which a generator starts and a discriminator ends. */
    static final int SMALLEST = 4;

    public StyleGan2Config {
        checkArgument(
                resolution >= 16 && resolution <= 1024 && Integer.bitCount(resolution) == 1,
                "resolution %s is not one of 16, 32, 64, 128, 256, 512, 1024",
                resolution);
        checkArgument(
                channels.base >= resolution && channels.base <= 1 << 20,
                "channelBase %s is not in %s..1048576, so that %s px have a channel at least",
                channels.base,
                resolution,
                resolution);
        requireSize("channelMax", channels.max);
        requireSize("zDim", dimensions.z);
        requireSize("wDim", dimensions.w);
        checkArgument(
                mapping.layers >= 1 && mapping.layers <= 32,
                "mappingLayers %s is not in 1..32",
                mapping.layers);
        checkArgument(
                mapping.rateMultiplier > 0 && mapping.rateMultiplier <= 1,
                "mappingRateMultiplier %s is not in (0, 1]",
                mapping.rateMultiplier);
    }

    @JsonCreator
    static StyleGan2Config read(
            @JsonProperty("resolution") int resolution,
            @JsonProperty("channelBase") int channelBase,
            @JsonProperty("channelMax") int channelMax,
            @JsonProperty("zDim") int zDim,
            @JsonProperty("wDim") int wDim,
            @JsonProperty("mappingLayers") int mappingLayers,
            @JsonProperty("mappingRateMultiplier") double mappingRateMultiplier) {
        return new StyleGan2Config(
                resolution,
                new Channels(channelBase, channelMax),
                new Dimensions(zDim, wDim),
                new Mapping(mappingLayers, mappingRateMultiplier));
    }

    @JsonValue
    Map<String, Object> toJson() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("resolution", resolution);
        fields.put("channelBase", channels.base);
        fields.put("channelMax", channels.max);
        fields.put("zDim", dimensions.z);
        fields.put("wDim", dimensions.w);
        fields.put("mappingLayers", mapping.layers);
        fields.put("mappingRateMultiplier", mapping.rateMultiplier);
        return fields;
    }

    private static void requireSize(String name, int value) {
        checkArgument(value >= 1 && value <= 4096, "%s %s is not in 1..4096", name, value);
    }

    /** The published sizes at a resolution: configuration F. */
    public static StyleGan2Config published(int resolution) {
        return new StyleGan2Config(
                resolution,
                new Channels(32768, 512),
                new Dimensions(512, 512),
                new Mapping(8, 0.01));
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
        return new StyleGan2Config(
                resolution,
                new Channels(4096, 128),
                new Dimensions(128, 128),
                new Mapping(4, 0.01));
    }

    public StyleGan2Config withChannels(int base, int max) {
        return new StyleGan2Config(resolution, new Channels(base, max), dimensions, mapping);
    }

    public StyleGan2Config withDimensions(int z, int w) {
        return new StyleGan2Config(resolution, channels, new Dimensions(z, w), mapping);
    }

    public StyleGan2Config withMappingLayers(int layers) {
        return new StyleGan2Config(
                resolution, channels, dimensions, new Mapping(layers, mapping.rateMultiplier));
    }

    /** The number of channels of feature maps with the given side. */
    public int channels(int side) {
        return Math.min(channels.base / side, channels.max);
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
