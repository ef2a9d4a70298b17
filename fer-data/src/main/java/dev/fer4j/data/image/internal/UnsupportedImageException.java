package dev.fer4j.data.image.internal;

/** Thrown if an intact image is stored in a way that is not supported. */
public final class UnsupportedImageException extends Exception {

    public UnsupportedImageException(String reason) {
        super(reason);
    }
}
