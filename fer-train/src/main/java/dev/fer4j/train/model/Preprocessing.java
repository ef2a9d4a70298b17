package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.ImageFit;

/**
 * How an image becomes the network's input. Stored with the model, so that training and prediction
 * cannot diverge: a file that requires unsupported preprocessing is refused.
 *
 * @param inputSize height and width, in pixels, 1 to {@value #LARGEST}
 * @param resize how images of other sizes are resized
 * @param range how values from 0 to 255 are scaled
 * @param colours order of the channels
 */
public record Preprocessing(int inputSize, Resize resize, ValueRange range, ColourOrder colours) {

    /** The largest height and width. */
    public static final int LARGEST = 2048;

    /** Ways to resize. */
    public enum Resize {
        /**
         * The whole image is resized to a square, without keeping its aspect ratio; by area
         * averaging if neither side grows, else by linear interpolation: {@link ImageFiles#resize}.
         */
        SQUEEZE_AREA_OR_LINEAR(ImageFit.STRETCH),
        /** As {@link ImageFit#LETTERBOX} says, resized likewise. */
        LETTERBOX_AREA_OR_LINEAR(ImageFit.LETTERBOX),
        /** As {@link ImageFit#CROP} says, resized likewise. */
        CROP_AREA_OR_LINEAR(ImageFit.CROP);

        private final ImageFit fit;

        Resize(ImageFit fit) {
            this.fit = fit;
        }

        /** How images that are not square become square. */
        public ImageFit fit() {
            return fit;
        }

        static Resize of(ImageFit fit) {
            return switch (fit) {
                case STRETCH -> SQUEEZE_AREA_OR_LINEAR;
                case LETTERBOX -> LETTERBOX_AREA_OR_LINEAR;
                case CROP -> CROP_AREA_OR_LINEAR;
            };
        }
    }

    /** Ranges of values. */
    public enum ValueRange {
        /** x / 127.5 − 1. */
        MINUS_ONE_TO_ONE
    }

    /** Orders of channels. */
    public enum ColourOrder {
        /** Red, green, blue. */
        RGB
    }

    public Preprocessing {
        checkArgument(
                inputSize >= 1 && inputSize <= LARGEST,
                "inputSize %s is not in 1..%s",
                inputSize,
                LARGEST);
        requireNonNull(resize);
        requireNonNull(range);
        requireNonNull(colours);
    }

    /** Returns the preprocessing of training at an input size, with stretched images. */
    public static Preprocessing ofTraining(int inputSize) {
        return ofTraining(inputSize, ImageFit.STRETCH);
    }

    /** Returns the preprocessing of training at an input size. */
    public static Preprocessing ofTraining(int inputSize, ImageFit fit) {
        return new Preprocessing(
                inputSize, Resize.of(fit), ValueRange.MINUS_ONE_TO_ONE, ColourOrder.RGB);
    }

    /** How images that are not square become square. */
    @JsonIgnore
    public ImageFit fit() {
        return resize.fit();
    }

    /** Resizes an image to the input size. */
    public RgbImage toInputSize(RgbImage image) {
        return fit().square(image, inputSize);
    }
}
