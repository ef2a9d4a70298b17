package dev.fer4j.data.image;

/** The bytes end before, or contradict, what their header promises. */
final class TruncatedException extends Exception {

    TruncatedException(String reason) {
        super(reason);
    }
}
