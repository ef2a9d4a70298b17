package dev.fer4j.cli.output;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.video.RecordingFacts;
import dev.fer4j.data.video.SampledFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the frames of one video as they arrive, and keeps reduced copies of those on the contact
 * sheet.
 */
public final class SampledFiles {

    public static final String SHEET = "contact-sheet.png";

    private static final int SHEET_IMAGES = 200;

    /** Longest side of an image on the sheet; smaller if there are many images. */
    private static final int SHEET_PIXELS = 240;

    private static final int SHEET_PIXELS_OF_MANY = 160;
    private static final int COLUMNS = 5;
    private static final int COLUMNS_OF_MANY = 10;
    private static final int MANY = 50;
    private static final int SHEET_MARGIN = 4;

    private final FramesFolder folder;
    private final ImageFormat format;
    private final Consumer<SampleReport.Frame> written;
    private final List<SampleReport.Frame> frames = new ArrayList<>();
    private final List<RgbImage> sheet = new ArrayList<>();

    private Optional<RecordingFacts> facts = Optional.empty();
    private int expected;

    /**
     * Creates a writer for one video.
     *
     * @param written receives each frame once its file exists
     */
    public SampledFiles(
            FramesFolder folder, ImageFormat format, Consumer<SampleReport.Frame> written) {
        this.folder = folder;
        this.format = format;
        this.written = written;
    }

    /** Called when the recording is known, before the first frame arrives. */
    public void begin(RecordingFacts known) {
        facts = Optional.of(known);
        expected = known.indices().size();
        try {
            folder.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(SampledFrame frame) {
        int number = frames.size();
        byte[] bytes = format.encode(frame.image());
        Path file = folder.file(number, expected, format.extension());
        try {
            WholeFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SampleReport.Frame line =
                new SampleReport.Frame(
                        file.getFileName().toString(),
                        frame.frameIndex(),
                        frame.seconds(),
                        frame.repeated(),
                        frame.clip().getFileName().toString(),
                        Sha256.of(bytes));
        frames.add(line);
        if (isOnSheet(number)) {
            int longest = expected > MANY ? SHEET_PIXELS_OF_MANY : SHEET_PIXELS;
            sheet.add(ImageFormat.PNG.withLongestSide(longest).shrink(frame.image()));
        }
        written.accept(line);
    }

    /**
     * Frames are chosen evenly if there are more than fit on the sheet: frame floor(i · N / 200).
     */
    private boolean isOnSheet(int number) {
        if (expected <= SHEET_IMAGES) {
            return true;
        }
        long next = ((long) number * SHEET_IMAGES + expected - 1) / expected;
        return next * expected / SHEET_IMAGES == number;
    }

    /**
     * Writes the contact sheet of the kept frames.
     *
     * @param asked requested images per row; the sheet is never wider than its images need
     */
    public void writeSheet(Optional<Integer> asked) throws IOException {
        int columns = asked.orElse(expected > MANY ? COLUMNS_OF_MANY : COLUMNS);
        ImageFiles.writePng(
                folder.path().resolve(SHEET),
                ContactSheet.ofOwnSize(sheet, Math.min(columns, sheet.size()), SHEET_MARGIN));
    }

    public List<SampleReport.Frame> frames() {
        return List.copyOf(frames);
    }

    public int sheetImages() {
        return sheet.size();
    }

    /** What is known about the video; available once the first frame has been written. */
    public RecordingFacts facts() {
        return facts.orElseThrow();
    }

    /** Describes a frame in a line of text, with its clip if there are several. */
    public static String line(SampleReport.Frame frame, boolean tellClip) {
        return String.format(
                Locale.ROOT,
                "frame %6d  %9.3f s  %s%s%s",
                frame.frameIndex(),
                frame.seconds(),
                frame.file(),
                tellClip ? "  of " + frame.clip() : "",
                frame.repeated() ? "  repeated" : "");
    }
}
