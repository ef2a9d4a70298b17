package dev.fer4j.data.image;

/** Thrown if an intact image is stored in a way that is not supported. */
final class UnsupportedImageException extends Exception {

    UnsupportedImageException(String reason) {
        super(reason);
    }
}
