package dev.fer4j.examples;

import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.source.ClipFiles;
import dev.fer4j.data.video.FrameSampler;
import dev.fer4j.data.video.SampledFrame;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Samples ten frames of a video at equal intervals, and lays them out on a contact sheet. */
public final class SampleFrames {

    private SampleFrames() {}

    /** Arguments: a video, or a folder of clips; without any, a drawn clip. */
    public static void main(String[] arguments) throws IOException {
        Path video = arguments.length > 0 ? Path.of(arguments[0]) : ExampleInputs.clips(1).get(0);
        Path out = ExampleInputs.folder("frames");
        for (SampledFrame frame : sample(video, out)) {
            System.out.printf("frame %4d at %.3f s%n", frame.frameIndex(), frame.seconds());
        }
        System.out.println("In " + out);
    }

    /**
     * Writes frames as PNG files, and {@code sheet/sheet.png} of all of them.
     *
     * @return the frames, in their order
     */
    public static List<SampledFrame> sample(Path video, Path out) throws IOException {
        List<SampledFrame> frames = new ArrayList<>();
        new FrameSampler(SamplingRule.paper())
                .sample(ClipFiles.of(video).clips(), times -> {}, frames::add);

        List<RgbImage> images = new ArrayList<>();
        for (SampledFrame frame : frames) {
            ImageFiles.writePng(out.resolve(images.size() + ".png"), frame.image());
            images.add(frame.image());
        }
        ImageFiles.writePng(
                out.resolve("sheet").resolve("sheet.png"), ContactSheet.ofOwnSize(images, 5, 4));
        return frames;
    }
}
