package dev.fer4j.eval.probe;

import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;

/** A sample with another label. */
final class Relabelled {

    private Relabelled() {}

    static Sample of(Sample sample, Label label) {
        return new Sample(
                sample.id(),
                sample.file(),
                label,
                sample.participant(),
                sample.recording(),
                sample.ad(),
                sample.category(),
                sample.source(),
                sample.origin(),
                sample.demographics(),
                sample.rights(),
                sample.sha256());
    }
}
