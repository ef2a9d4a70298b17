package dev.fer4j.train.tensor;

import java.io.IOException;

/** The header of a safetensors file is malformed; the caller adds the name of the file. */
final class MalformedHeaderException extends IOException {

    MalformedHeaderException(String message) {
        super(message);
    }

    MalformedHeaderException(String message, Throwable cause) {
        super(message, cause);
    }
}
