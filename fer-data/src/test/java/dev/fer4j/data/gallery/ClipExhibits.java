package dev.fer4j.data.gallery;

import static dev.fer4j.core.Problem.Kind.EMPTY;
import static dev.fer4j.core.Problem.Kind.MISSING;
import static dev.fer4j.core.Problem.Kind.UNREADABLE;
import static dev.fer4j.data.gallery.Exhibit.quarantined;

import dev.fer4j.core.Problem.Kind;
import dev.fer4j.data.image.Encoding;
import dev.fer4j.data.testing.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Clips that cannot be used. */
final class ClipExhibits {

    private static final Exhibit.Expected ROW =
            Exhibit.problem(Kind.UNUSED, "there is no recording of");

    private ClipExhibits() {}

    @FunctionalInterface
    private interface Writer {
        void write(Path clip) throws IOException;
    }

    private static Exhibit clip(String name, Kind kind, String cause, Writer writer) {
        return quarantined(
                name,
                kind,
                cause,
                (corpus, number) -> writer.write(corpus.lab().clip(number, "1.mp4")));
    }

    private static Exhibit unreadable(String name, String cause, Writer writer) {
        return clip(name, UNREADABLE, cause, writer);
    }

    static List<Exhibit> all() {
        return List.of(
                unreadable("empty file", "is empty", Files::createFile),
                unreadable(
                        "web page named `.mp4`",
                        "is not a readable MP4",
                        clip -> Files.writeString(clip, Oddities.HTML)),
                unreadable(
                        "picture named `.mp4`",
                        "is not a readable MP4",
                        clip ->
                                Files.write(
                                        clip, Encoding.JPEG.encode(TestImage.quarters(32, 16)))),
                unreadable(
                        "playlist that names another clip",
                        "is not a readable MP4",
                        ClipExhibits::playlist),
                unreadable("no `moov` box", "truncated", ClipBytes::withoutIndex),
                unreadable("cut in the middle", "truncated", ClipExhibits::cut),
                unreadable("no frame in it", "no frame", ClipBytes::withoutFrames),
                unreadable(
                        "frames that are all zeros",
                        "no frame can be decoded",
                        ClipBytes::withFramesOfZeros),
                unreadable("sound only", "has no video stream", ClipBytes::soundOnly),
                unreadable("unknown coding", "codec", ClipBytes::ofUnknownCoding),
                unreadable(
                        "header that claims 65,000 × 65,000 pixels",
                        "65000 × 65000",
                        clip -> ClipBytes.claiming(clip, 65_000, 65_000)),
                unreadable(
                        "frames that claim 16,000 × 16,000 pixels each",
                        "no frame can be decoded",
                        clip -> ClipBytes.withFramesClaiming(clip, 16_000, 16_000)),
                unreadable(
                        "header without a time scale",
                        "without a time scale",
                        ClipBytes::withoutTimeScale),
                unreadable(
                        "header that claims 2,000,000,000 frames",
                        "claims 2000000000 samples",
                        ClipBytes::ofManyFrames),
                unreadable(
                        "header that claims pixels of the shape 65535:1",
                        "shape 65535:1",
                        ClipBytes::ofAbsurdPixels),
                unreadable(
                        "hours between two frames of a variable rate",
                        "shows frame 3 for 14400",
                        ClipBytes::withHoursBetween),
                unreadable("pipe without a writer", "is not a regular file", Oddities::pipe),
                unreadable("socket", "is not a regular file", Oddities::socket),
                clip("dangling link", MISSING, "left out", Oddities::danglingLink),
                clip("link to itself", MISSING, "left out", Oddities::loop),
                quarantined(
                        "folder named `1.mp4`",
                        (corpus, number) ->
                                Files.createDirectories(corpus.lab().unlisted(number, "1.mp4")),
                        Exhibit.problem(Kind.UNEXPECTED_LAYOUT, "a clip, not a folder"),
                        Exhibit.problem(EMPTY, "holds no clip"),
                        ROW),
                quarantined(
                        "folder named `.mp4`",
                        (corpus, number) ->
                                Files.createDirectories(corpus.lab().unlisted(number, ".mp4")),
                        Exhibit.problem(Kind.UNEXPECTED_LAYOUT, "a clip, not a folder"),
                        Exhibit.problem(EMPTY, "holds no clip"),
                        ROW),
                quarantined(
                        "clip without an extension",
                        (corpus, number) -> ClipBytes.healthy(corpus.lab().unlisted(number, "1")),
                        Exhibit.problem(Kind.UNUSED, "does not have the extension of a clip"),
                        Exhibit.problem(EMPTY, "holds no clip"),
                        ROW),
                quarantined(
                        "clip in an unsupported container (`.wmv`)",
                        (corpus, number) ->
                                Files.writeString(
                                        corpus.lab().unlisted(number, "1.wmv"), "0&\u00b2u"),
                        Exhibit.problem(UNREADABLE, "unsupported container"),
                        Exhibit.problem(EMPTY, "holds no clip"),
                        ROW));
    }

    private static void playlist(Path clip) throws IOException {
        ClipBytes.healthy(clip.resolveSibling("other.mov"));
        Files.writeString(clip, "ffconcat version 1.0\nfile other.mov\n");
    }

    private static void cut(Path clip) throws IOException {
        ClipBytes.healthy(clip);
        byte[] bytes = Files.readAllBytes(clip);
        Files.write(clip, Arrays.copyOf(bytes, bytes.length / 2));
    }
}
