package dev.fer4j.data.gallery;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the packets of a clip are stored, which decides what a cut takes away. */
enum Container {
    /** As cameras write it: without its end nothing says where a frame lies. */
    MP4_INDEX_AT_END("mp4", ImmutableMap.of()),
    /** As for the web: the index promises frames that a cut has taken. */
    MP4_INDEX_IN_FRONT("mp4", ImmutableMap.of("movflags", "faststart")),
    /** As streams are recorded: each fragment has an index of its own. */
    MP4_FRAGMENTS("mp4", ImmutableMap.of("movflags", "frag_every_frame+empty_moov")),
    /** Chunks, and an index at the end. */
    AVI("avi", ImmutableMap.of()),
    /** Clusters, and an index at the end. */
    MATROSKA("mkv", ImmutableMap.of());

    private final String ending;
    private final ImmutableMap<String, String> options;

    Container(String ending, ImmutableMap<String, String> options) {
        this.ending = ending;
        this.options = options;
    }

    String ending() {
        return ending;
    }

    /** The bytes of a clip of frames numbered from {@code first}. */
    byte[] encode(Path scratch, Coding coding, int first, int frames) throws IOException {
        Path file = scratch.resolve("whole." + ending);
        TestVideo.write(file, coding, first, frames, options);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }
}
