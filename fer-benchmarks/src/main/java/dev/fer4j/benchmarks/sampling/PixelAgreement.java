package dev.fer4j.benchmarks.sampling;

import dev.fer4j.data.video.SampledFrame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The agreement of frames with those of the ffmpeg command.
 *
 * @param values number of channel values compared
 * @param equal number of equal values
 * @param withinOne number of values that differ by at most 1 of 255
 * @param largest the maximum difference
 */
record PixelAgreement(long values, long equal, long withinOne, int largest) {

    static final PixelAgreement NONE = new PixelAgreement(0, 0, 0, 0);

    /** Adds the frames of a clip, which ffmpeg decodes again. */
    PixelAgreement with(Path clip, String expression, List<SampledFrame> ours)
            throws IOException, InterruptedException {
        Process ffmpeg =
                new ProcessBuilder(
                                "ffmpeg",
                                "-nostdin",
                                "-v",
                                "error",
                                "-i",
                                clip.toString(),
                                "-vf",
                                "select='" + expression + "'",
                                "-vsync",
                                "0",
                                "-f",
                                "rawvideo",
                                "-pix_fmt",
                                "rgb24",
                                "-")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        PixelAgreement sum = this;
        try (InputStream theirs = ffmpeg.getInputStream()) {
            for (SampledFrame frame : ours) {
                byte[] pixels = frame.image().rgb();
                sum = sum.with(pixels, theirs.readNBytes(pixels.length));
            }
            if (theirs.read() >= 0) {
                throw new IOException("ffmpeg gave more frames of " + clip + " than fer4j");
            }
        }
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg could not read " + clip);
        }
        return sum;
    }

    /** Adds the values of two images. */
    PixelAgreement with(byte[] ours, byte[] theirs) {
        if (ours.length != theirs.length) {
            throw new IllegalArgumentException(
                    ours.length + " values against " + theirs.length + " of ffmpeg");
        }
        long same = 0;
        long near = 0;
        int most = largest;
        for (int i = 0; i < ours.length; i++) {
            int difference = Math.abs((ours[i] & 0xff) - (theirs[i] & 0xff));
            same += difference == 0 ? 1 : 0;
            near += difference <= 1 ? 1 : 0;
            most = Math.max(most, difference);
        }
        return new PixelAgreement(values + ours.length, equal + same, withinOne + near, most);
    }
}
