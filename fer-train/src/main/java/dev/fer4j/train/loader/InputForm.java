package dev.fer4j.train.loader;

import static java.util.Objects.requireNonNull;

import dev.fer4j.data.image.ImageFit;

/**
 * The form in which images are stored.
 *
 * @param size height and width in pixels
 * @param fit how images that are not square become square
 */
record InputForm(int size, ImageFit fit) {

    InputForm {
        requireNonNull(fit);
    }

    /** The number of the form's method in files: how {@code ImageFiles.resize} was applied. */
    int method() {
        return switch (fit) {
            case STRETCH -> 1;
            case LETTERBOX -> 2;
            case CROP -> 3;
        };
    }

    /** The number of bytes of an image. */
    int bytes() {
        return bytes(size);
    }

    /** The number of bytes of an image of this height and width. */
    static int bytes(int size) {
        return 3 * size * size;
    }
}
