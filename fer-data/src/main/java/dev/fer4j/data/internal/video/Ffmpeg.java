package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avformat.avformat_version;
import static org.bytedeco.ffmpeg.global.swscale.swscale_version;

import dev.fer4j.core.NativeLibrary;

/** FFmpeg's natives. */
final class Ffmpeg {

    private Ffmpeg() {}

    /**
     * Loads them, before any class is used that has constants of theirs.
     *
     * @throws dev.fer4j.core.PlanException if they are not there
     */
    static void require() {
        try {
            avformat_version();
            swscale_version();
        } catch (LinkageError e) {
            throw NativeLibrary.FFMPEG.missing(e);
        }
    }
}
