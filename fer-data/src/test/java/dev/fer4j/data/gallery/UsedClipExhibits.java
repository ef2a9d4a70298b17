package dev.fer4j.data.gallery;

import static dev.fer4j.core.Problem.Kind.DAMAGED;
import static dev.fer4j.core.Problem.Kind.NOTE;
import static dev.fer4j.data.gallery.Exhibit.problem;
import static dev.fer4j.data.gallery.Exhibit.used;
import static dev.fer4j.data.gallery.Exhibit.usedWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Clips that look odd and are used. */
final class UsedClipExhibits {

    private UsedClipExhibits() {}

    static List<Exhibit> all() {
        return List.of(
                used(
                        "name that is not ASCII",
                        "like any other",
                        (corpus, number) ->
                                ClipBytes.healthy(
                                        corpus.lab().clip(number, "Gülüş, ağlayış: 笑.mp4")),
                        UsedClipExhibits::plain),
                used(
                        "MP4 named `.avi`",
                        "the content determines the format",
                        (corpus, number) -> ClipBytes.healthy(corpus.lab().clip(number, "1.avi")),
                        UsedClipExhibits::plain),
                used(
                        "extension in capitals",
                        "like any other",
                        (corpus, number) -> ClipBytes.healthy(corpus.lab().clip(number, "1.MP4")),
                        UsedClipExhibits::plain),
                used(
                        "MP4 named `.m4v`",
                        "like any other",
                        (corpus, number) -> ClipBytes.healthy(corpus.lab().clip(number, "1.m4v")),
                        UsedClipExhibits::plain),
                used(
                        "WebM",
                        "like any other",
                        (corpus, number) -> ClipBytes.webm(corpus.lab().clip(number, "1.webm")),
                        UsedClipExhibits::plain),
                used(
                        "link to a clip outside of the folder",
                        "NeuroBioSense's folder may consist of links; they are followed",
                        UsedClipExhibits::linked,
                        UsedClipExhibits::plain),
                used(
                        "fragmented MP4",
                        "like any other",
                        (corpus, number) ->
                                TestVideo.write(
                                        corpus.lab().clip(number, "1.mp4"),
                                        Coding.MPEG4,
                                        0,
                                        ClipBytes.FRAMES,
                                        Map.of("movflags", "frag_every_frame+empty_moov")),
                        UsedClipExhibits::plain),
                used(
                        "variable frame rate",
                        "frames are chosen at equal intervals of time",
                        (corpus, number) ->
                                TestVideo.writeWithVariableRate(
                                        corpus.lab().clip(number, "1.mp4"),
                                        Coding.MPEG4,
                                        0,
                                        ClipBytes.FRAMES),
                        // Frames begin at 0 1 2 3 4 9 14 19 and end at 24 or 20 twenty-fifths.
                        (samples, images) ->
                                assertThat(numbers(images)).containsExactly(0, 4, 5, 6)),
                usedWith(
                        "rotated by 90 degrees, as phones store it; one frame",
                        (corpus, number) ->
                                TestVideo.write(
                                        corpus.lab().clip(number, "1.mp4"), Coding.MPEG4, 1, 1, 90),
                        UsedClipExhibits::turned,
                        problem(NOTE, "3 of the 4 that are kept repeat others")),
                usedWith(
                        "pixels twice as wide as high",
                        (corpus, number) ->
                                TestVideo.writeShaped(
                                        corpus.lab().clip(number, "1.mp4"),
                                        Coding.MPEG4,
                                        1,
                                        ClipBytes.FRAMES,
                                        2),
                        UsedClipExhibits::widened,
                        problem(NOTE, "64 × 64 pixels of the shape 2:1")),
                usedWith(
                        "a picture that is all zeros",
                        (corpus, number) ->
                                TestVideo.blank(
                                        TestVideo.write(
                                                corpus.lab().clip(number, "1.mp4"),
                                                Coding.MPEG4,
                                                0,
                                                2 * ClipBytes.FRAMES),
                                        7),
                        (samples, images) -> assertThat(samples).hasSize(4),
                        problem(DAMAGED, "1 packet")),
                usedWith(
                        "two video streams",
                        (corpus, number) ->
                                ClipBytes.resource(
                                        "two-streams.mp4", corpus.lab().clip(number, "1.mp4")),
                        (samples, images) -> assertThat(images.get(0).height()).isEqualTo(64),
                        problem(NOTE, "has 2 video streams")),
                usedWith(
                        "edit list that hides frames",
                        (corpus, number) ->
                                ClipBytes.resource(
                                        "h264-edit-list.mp4", corpus.lab().clip(number, "1.mp4")),
                        (samples, images) ->
                                assertThat(numbers(images)).containsExactly(13, 30, 48, 65),
                        problem(NOTE, "13 frames")),
                used(
                        "cover art",
                        "like any other",
                        (corpus, number) ->
                                ClipBytes.resource(
                                        "cover-art.mp4", corpus.lab().clip(number, "1.mp4")),
                        (samples, images) ->
                                assertThat(numbers(images)).containsExactly(0, 3, 6, 9)),
                usedWith(
                        "a million frames a second",
                        (corpus, number) -> ClipBytes.tooFast(corpus.lab().clip(number, "1.mp4")),
                        UsedClipExhibits::plain,
                        problem(NOTE, "shows 8 frames in 0.000008 s")));
    }

    /** The frame's one white square is stored in the upper left corner. */
    private static void widened(List<Sample> samples, List<RgbImage> images) {
        assertThat(images.get(0).width()).isEqualTo(128);
        assertThat(images.get(0).at(16, 8, 0)).isGreaterThan(200);
        assertThat(images.get(0).at(48, 8, 0)).isLessThan(50);
    }

    private static void linked(Corpus corpus, int number) throws IOException {
        Path target = corpus.outside().resolve(number + ".mp4");
        ClipBytes.healthy(target);
        Files.createSymbolicLink(corpus.lab().clip(number, "1.mp4"), target);
    }

    private static void plain(List<Sample> samples, List<RgbImage> images) {
        assertThat(numbers(images)).containsExactly(0, 2, 4, 6);
    }

    /** The frame's one white square is stored in the upper left corner. */
    private static void turned(List<Sample> samples, List<RgbImage> images) {
        assertThat(images.get(0).at(56, 8, 0)).isGreaterThan(200);
        assertThat(images.get(0).at(8, 8, 0)).isLessThan(50);
    }

    private static List<Integer> numbers(List<RgbImage> images) {
        return images.stream().map(TestVideo::number).toList();
    }
}
