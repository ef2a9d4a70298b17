package dev.fer4j.benchmarks.sampling;

import dev.fer4j.core.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Video clips to sample: a moving test pattern with noise, 640 × 480 at 29.97 frames per second,
 * H.264 with x264's medium preset, 0.4 to 10 seconds long, with short clips more frequent
 * (log-uniform, mean about 3 s), as in NeuroBioSense.
 *
 * @param bFrames maximum number of consecutive B-frames: 3 is x264's default; many phones use 0
 */
record ClipSet(int clips, int bFrames) {

    private static final double SHORTEST = 0.4;
    private static final double LONGEST = 10;

    /** The duration of a clip in seconds. */
    double seconds(int clip) {
        double share = new SplittableRandom(new Seed(1).derive("clip", clip).value()).nextDouble();
        return SHORTEST * Math.pow(LONGEST / SHORTEST, share);
    }

    /** Creates missing clips in the folder with the ffmpeg command. */
    List<Path> make(Path folder, Consumer<String> messages)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < clips; i++) {
            Path clip = folder.resolve(String.format(Locale.ROOT, "b%d-%03d.mp4", bFrames, i));
            if (!Files.exists(clip)) {
                make(clip, i);
                if ((i + 1) % 20 == 0) {
                    messages.accept("made " + (i + 1) + " of " + clips + " clips");
                }
            }
            paths.add(clip);
        }
        return paths;
    }

    private void make(Path clip, int number) throws IOException, InterruptedException {
        Path part = clip.resolveSibling("part-" + clip.getFileName());
        List<String> command =
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=640x480:rate=30000/1001,noise=all_seed="
                                + (number + 1)
                                + ":alls=12:allf=t+u",
                        "-t",
                        String.format(Locale.ROOT, "%.3f", seconds(number)),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "medium",
                        "-bf",
                        Integer.toString(bFrames),
                        "-pix_fmt",
                        "yuv420p",
                        part.toString());
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("ffmpeg ended with status " + status + " for " + clip);
        }
        Files.move(part, clip, StandardCopyOption.ATOMIC_MOVE);
    }
}
