package dev.fer4j.cli.output;

import dev.fer4j.cli.command.SampleCommand;
import dev.fer4j.core.Problem;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.image.StoredPicture;
import dev.fer4j.data.video.ClipFacts;
import dev.fer4j.data.video.SamplingRule;
import java.util.List;
import java.util.Locale;

/**
 * The result of {@link SampleCommand}, for JSON.
 *
 * @param video the path given
 * @param clips the files that were read, in order
 * @param pictures size and shape of each clip's frames, in the same order
 * @param notRead other files in the video's folder
 * @param copies a problem for each clip that is a copy of another, which is not read either
 * @param rule which frames are kept
 * @param format how they are stored
 * @param framesInRecording total number of frames of all clips
 * @param seconds total duration of all clips
 * @param variableFrameRate whether the intervals between frames differ by more than a quarter
 * @param damagedPackets number of packets of all clips that cannot be decoded; the rest is used
 * @param notes sentences about damage, pixels that are not square, video streams that are not read,
 *     implausible times and repeated frames
 * @param folder the output folder
 * @param contactSheet name of the contact sheet in that folder
 * @param contactSheetFrames number of frames on the contact sheet
 * @param frames the kept frames, in order
 */
public record SampleReport(
        String video,
        List<String> clips,
        List<Picture> pictures,
        List<String> notRead,
        List<Problem> copies,
        SamplingRule rule,
        ImageFormat format,
        int framesInRecording,
        double seconds,
        boolean variableFrameRate,
        long damagedPackets,
        List<String> notes,
        String folder,
        String contactSheet,
        int contactSheetFrames,
        List<Frame> frames) {

    /**
     * Size and shape of a clip's frames.
     *
     * @param storedWidth in stored pixels, before turning
     * @param storedHeight in stored pixels, before turning
     * @param pixelShape width and height of a stored pixel, such as 64:45; 1:1 if square
     * @param width of the frames upright and with square pixels
     * @param height of the frames upright and with square pixels
     * @param videoStream index of the stream that is read, over all streams of the file
     * @param videoStreams number of video streams, of which one is read
     */
    public record Picture(
            int storedWidth,
            int storedHeight,
            String pixelShape,
            long width,
            long height,
            int videoStream,
            int videoStreams) {

        /** The picture of a clip. */
        public static Picture of(ClipFacts clip) {
            StoredPicture picture = clip.picture();
            return new Picture(
                    picture.storedWidth(),
                    picture.storedHeight(),
                    picture.pixels().toString(),
                    picture.width(),
                    picture.height(),
                    clip.stream(),
                    clip.videoStreams());
        }

        /** Stored size, pixel shape and shown size in words. */
        public String text() {
            if (storedWidth == width && storedHeight == height) {
                return width + " × " + height + " pixels";
            }
            return String.format(
                    Locale.ROOT,
                    "stored as %d × %d pixels of the shape %s, shown as %d × %d",
                    storedWidth,
                    storedHeight,
                    pixelShape,
                    width,
                    height);
        }
    }

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
        pictures = List.copyOf(pictures);
        notes = List.copyOf(notes);
        notRead = List.copyOf(notRead);
        copies = List.copyOf(copies);
        frames = List.copyOf(frames);
    }
}
