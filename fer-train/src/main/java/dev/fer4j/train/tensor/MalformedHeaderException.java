package dev.fer4j.train.tensor;

import java.io.IOException;

/**
 * A header of a safetensors file is not what it should be; the caller, who knows the file, adds its
 * name.
 */
final class MalformedHeaderException extends IOException {

    MalformedHeaderException(String message) {
        super(message);
    }

    MalformedHeaderException(String message, Throwable cause) {
        super(message, cause);
    }
}
