package dev.fer4j.data.image;

/** Thrown if the bytes are incomplete or contradict their header. */
final class TruncatedException extends Exception {

    TruncatedException(String reason) {
        super(reason);
    }
}
