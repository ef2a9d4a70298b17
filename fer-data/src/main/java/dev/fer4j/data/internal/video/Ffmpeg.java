package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avformat.avformat_version;
import static org.bytedeco.ffmpeg.global.swscale.swscale_version;

import dev.fer4j.core.NativeLibrary;
import dev.fer4j.core.file.PrivateFolder;
import java.util.List;

/** Loads FFmpeg's natives. */
final class Ffmpeg {

    private Ffmpeg() {}

    /**
     * Loads the natives. Must be called before any class with FFmpeg constants is used.
     *
     * @throws dev.fer4j.core.PlanException if they cannot be loaded
     */
    static void require() {
        PrivateFolder.useWithoutHome(
                List.of("org.bytedeco.javacpp.cachedir", "org.bytedeco.javacpp.cacheDir"),
                "javacpp");
        try {
            avformat_version();
            swscale_version();
        } catch (LinkageError e) {
            throw NativeLibrary.FFMPEG.missing(e);
        }
    }
}
