package dev.fer4j.train.doctor;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.NativeLibrary;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.opencv.core.Core;

/** Examines the codecs for images and videos. */
final class Codecs {

    /** FFmpeg's native AV1 decoder, which requires hardware decoding. */
    private static final String AV1_OF_HARDWARE = "av1";

    private static final ImmutableMap<String, Integer> WANTED =
            ImmutableMap.<String, Integer>builder()
                    .put("h264", AV_CODEC_ID_H264)
                    .put("hevc", AV_CODEC_ID_HEVC)
                    .put("vp9", AV_CODEC_ID_VP9)
                    .put("av1", AV_CODEC_ID_AV1)
                    .put("mpeg4", AV_CODEC_ID_MPEG4)
                    .put("mjpeg", AV_CODEC_ID_MJPEG)
                    .buildOrThrow();

    private Codecs() {}

    static MachineFinding images() {
        try {
            ImageFiles.encodePng(new RgbImage(1, 1, new byte[3]));
            return MachineFinding.ok("images", "OpenCV " + Core.VERSION);
        } catch (PlanException e) {
            return MachineFinding.problem("images", e.problems().get(0));
        }
    }

    static MachineFinding video() {
        try {
            return video(decoders(), av_version_info().getString());
        } catch (LinkageError e) {
            return MachineFinding.problem("video codecs", NativeLibrary.FFMPEG.problem(e));
        }
    }

    /** The available decoders by codec. */
    private static Map<String, String> decoders() {
        ImmutableMap.Builder<String, String> found = ImmutableMap.builder();
        WANTED.forEach(
                (name, id) -> {
                    AVCodec decoder = avcodec_find_decoder(id);
                    if (decoder != null) {
                        found.put(name, decoder.name().getString());
                    }
                });
        return found.buildOrThrow();
    }

    static MachineFinding video(Map<String, String> decoders, String version) {
        List<String> missing = new ArrayList<>(WANTED.keySet());
        missing.removeAll(decoders.keySet());
        if (AV1_OF_HARDWARE.equals(decoders.get("av1"))) {
            missing.add("av1 (only with graphics hardware)");
        }
        String found = "FFmpeg " + version + " decodes " + String.join(", ", decoders.keySet());
        return missing.isEmpty()
                ? MachineFinding.ok("video codecs", found)
                : MachineFinding.warning(
                        "video codecs",
                        found + "; not " + String.join(", ", missing),
                        "convert such videos to H.264 first");
    }
}
