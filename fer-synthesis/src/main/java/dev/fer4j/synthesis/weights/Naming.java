package dev.fer4j.synthesis.weights;

import dev.fer4j.train.weights.WeightFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A naming scheme of tensors in files. */
enum Naming {
    /** Our own paths, which are the names in stylegan2-ada-pytorch. */
    OURS(WeightFormat.STYLEGAN2_ADA_PYTORCH, "synthesis.b4.const", "b4.out.weight") {
        @Override
        String name(Part part, String path, int resolution) {
            return path;
        }

        @Override
        Optional<String> needless(String name) {
            return name.endsWith("resample_filter")
                    ? Optional.of("a filter, [1, 3, 3, 1] here")
                    : Optional.empty();
        }
    },
    /**
     * The names in rosinality's stylegan2-pytorch, which numbers layers rather than using sizes.
     */
    NUMBERED(WeightFormat.STYLEGAN2_PYTORCH, "input.input", "final_linear.1.weight") {
        @Override
        String name(Part part, String path, int resolution) {
            return part == Part.GENERATOR ? ofGenerator(path) : ofDiscriminator(path, resolution);
        }

        @Override
        Optional<String> needless(String name) {
            return name.endsWith(".kernel")
                    ? Optional.of("a filter, [1, 3, 3, 1] here")
                    : Optional.empty();
        }
    };

    private static final Pattern MAPPING = Pattern.compile("mapping\\.fc(\\d+)\\.(weight|bias)");
    private static final Pattern LAYER =
            Pattern.compile("(?:synthesis\\.)?b(\\d+)\\.(conv0|conv1|torgb|skip)\\.(.+)");

    private final WeightFormat format;
    private final String markOfGenerator;
    private final String markOfDiscriminator;

    Naming(WeightFormat format, String markOfGenerator, String markOfDiscriminator) {
        this.format = format;
        this.markOfGenerator = markOfGenerator;
        this.markOfDiscriminator = markOfDiscriminator;
    }

    WeightFormat format() {
        return format;
    }

    /** The name of a tensor that every such network has and no other network. */
    String mark(Part part) {
        return part == Part.GENERATOR ? markOfGenerator : markOfDiscriminator;
    }

    /** The name of the tensor for a parameter. */
    abstract String name(Part part, String path, int resolution);

    /** Why a tensor without a parameter can be ignored; empty if it cannot. */
    abstract Optional<String> needless(String name);

    private static String ofGenerator(String path) {
        Matcher mapping = MAPPING.matcher(path);
        if (mapping.matches()) {
            // The first is the normalization, which has no weights.
            int number = Integer.parseInt(mapping.group(1)) + 1;
            return "style." + number + "." + mapping.group(2);
        }
        Matcher layer = LAYER.matcher(path);
        if (layer.matches()) {
            int size = Integer.numberOfTrailingZeros(Integer.parseInt(layer.group(1))) - 2;
            return layer.group(2).equals("torgb")
                    ? toRgb(size, layer.group(3))
                    : convolution(
                            2 * size - (layer.group(2).equals("conv0") ? 1 : 0), layer.group(3));
        }
        return switch (path) {
            case "mapping.w_avg" -> "latent_avg";
            case "synthesis.b4.const" -> "input.input";
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static String toRgb(int size, String own) {
        String layer = size == 0 ? "to_rgb1." : "to_rgbs." + (size - 1) + ".";
        return layer + (own.equals("bias") ? own : modulated(own));
    }

    /** The convolution with the given number, from 0. */
    private static String convolution(int number, String own) {
        String layer = number == 0 ? "conv1." : "convs." + (number - 1) + ".";
        return switch (own) {
            case "noise_const" -> "noises.noise_" + number;
            case "noise_strength" -> layer + "noise.weight";
            case "bias" -> layer + "activate.bias";
            default -> layer + modulated(own);
        };
    }

    private static String modulated(String own) {
        return "conv." + own.replace("affine.", "modulation.");
    }

    private static String ofDiscriminator(String path, int resolution) {
        String own = path.substring(path.lastIndexOf('.') + 1);
        Matcher layer = LAYER.matcher(path);
        if (layer.matches()) {
            int block =
                    1
                            + Integer.numberOfTrailingZeros(resolution)
                            - Integer.numberOfTrailingZeros(Integer.parseInt(layer.group(1)));
            boolean bias = own.equals("bias");
            String place =
                    switch (layer.group(2)) {
                        case "conv0" -> bias ? "conv1.1." : "conv1.0.";
                        // The blur precedes the weight.
                        case "conv1" -> bias ? "conv2.2." : "conv2.1.";
                        default -> "skip.1.";
                    };
            return "convs." + block + "." + place + own;
        }
        return switch (path.substring(path.indexOf('.') + 1, path.lastIndexOf('.'))) {
            case "fromrgb" -> "convs.0." + (own.equals("bias") ? "1." : "0.") + own;
            case "conv" -> "final_conv." + (own.equals("bias") ? "1." : "0.") + own;
            case "fc" -> "final_linear.0." + own;
            case "out" -> "final_linear.1." + own;
            default -> throw new IllegalArgumentException(path);
        };
    }
}
