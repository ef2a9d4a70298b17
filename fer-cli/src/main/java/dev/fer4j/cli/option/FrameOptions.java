package dev.fer4j.cli.option;

import picocli.CommandLine.ArgGroup;

/** The options for recordings and the frames used from them. */
final class FrameOptions {

    @ArgGroup(validate = false)
    private RecordingOptions recordings = new RecordingOptions();

    @ArgGroup(validate = false)
    private SampleOptions frames = new SampleOptions();

    RecordingOptions recordings() {
        return recordings;
    }

    SampleOptions frames() {
        return frames;
    }
}
