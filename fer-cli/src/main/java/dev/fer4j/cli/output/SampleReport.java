package dev.fer4j.cli.output;

import dev.fer4j.cli.command.SampleCommand;
import dev.fer4j.core.Problem;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.video.SamplingRule;
import java.util.List;

/**
 * The result of {@link SampleCommand}, for JSON.
 *
 * @param video the path given
 * @param clips the files that were read, in order
 * @param notRead other files in the video's folder
 * @param copies a problem for each clip that is a copy of another, which is not read either
 * @param rule which frames are kept
 * @param format how they are stored
 * @param framesInRecording total number of frames of all clips
 * @param seconds total duration of all clips
 * @param variableFrameRate whether the intervals between frames differ by more than a quarter
 * @param folder the output folder
 * @param contactSheet name of the contact sheet in that folder
 * @param contactSheetFrames number of frames on the contact sheet
 * @param frames the kept frames, in order
 */
public record SampleReport(
        String video,
        List<String> clips,
        List<String> notRead,
        List<Problem> copies,
        SamplingRule rule,
        ImageFormat format,
        int framesInRecording,
        double seconds,
        boolean variableFrameRate,
        String folder,
        String contactSheet,
        int contactSheetFrames,
        List<Frame> frames) {

    /**
     * A kept frame.
     *
     * @param file its name in the folder
     * @param frameIndex index of the frame in the recording, from 0
     * @param seconds time since the first frame of its clip
     * @param repeated whether it is kept more than once
     * @param clip name of the file that it comes from
     * @param sha256 of the file's bytes
     */
    public record Frame(
            String file,
            long frameIndex,
            double seconds,
            boolean repeated,
            String clip,
            String sha256) {}

    public SampleReport {
        clips = List.copyOf(clips);
        notRead = List.copyOf(notRead);
        copies = List.copyOf(copies);
        frames = List.copyOf(frames);
    }
}
