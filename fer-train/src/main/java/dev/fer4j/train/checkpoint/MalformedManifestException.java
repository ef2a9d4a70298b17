package dev.fer4j.train.checkpoint;

import java.io.IOException;

/** A manifest is not what it should be; the caller, who knows the file, adds its name. */
final class MalformedManifestException extends IOException {

    MalformedManifestException(String message) {
        super(message);
    }

    MalformedManifestException(String message, Throwable cause) {
        super(message, cause);
    }
}
