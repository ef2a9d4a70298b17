package dev.fer4j.cli.output;

import dev.fer4j.cli.command.SampleCommand;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.video.SamplingRule;
import java.util.List;

/**
 * What {@link SampleCommand} did, as JSON shows it.
 *
 * @param video what was asked for
 * @param clips the files that were read one after the other
 * @param notRead what else lies in the video's folder
 * @param rule which frames are kept
 * @param format how they are stored
 * @param framesInRecording how many frames the clips have
 * @param seconds how long they last together
 * @param variableFrameRate whether the times between frames differ by more than a quarter
 * @param folder where the files are
 * @param contactSheet the contact sheet's name in it
 * @param contactSheetFrames how many of the frames it shows
 * @param frames those that were kept, in order
 */
public record SampleReport(
        String video,
        List<String> clips,
        List<String> notRead,
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
     * A frame that was kept.
     *
     * @param file its name in the folder
     * @param frameIndex which frame of the recording, from 0
     * @param seconds when it is shown, since the first frame of its clip
     * @param repeated whether it is kept more than once
     * @param clip the name of the file that it comes from
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
        frames = List.copyOf(frames);
    }
}
