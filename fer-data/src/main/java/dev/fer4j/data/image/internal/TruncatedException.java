package dev.fer4j.data.image.internal;

/** Thrown if the bytes are incomplete or contradict their header. */
public final class TruncatedException extends Exception {

    public TruncatedException(String reason) {
        super(reason);
    }
}
