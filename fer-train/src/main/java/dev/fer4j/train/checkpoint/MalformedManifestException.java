package dev.fer4j.train.checkpoint;

import java.io.IOException;

/** A manifest is invalid; the caller adds the file's name. */
final class MalformedManifestException extends IOException {

    MalformedManifestException(String message) {
        super(message);
    }

    MalformedManifestException(String message, Throwable cause) {
        super(message, cause);
    }
}
