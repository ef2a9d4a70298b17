package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_TIMED_THUMBNAILS;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set_int;

import dev.fer4j.data.image.ImageFiles;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** The video streams of an opened container. */
final class VideoStreams {

    /** Streams that are cover art or thumbnails. */
    private static final int PICTURE =
            AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS;

    private VideoStreams() {}

    /**
     * Finds the video stream that is read: the one that FFmpeg and players choose among those that
     * can be decoded.
     *
     * @throws dev.fer4j.core.InputException if there is none, or a stream's frames are too large
     */
    static AVStream best(Path path, AVFormatContext format) {
        // Probing the streams decodes some frames; a header must not be able to make that
        // expensive.
        for (int i = 0; i < format.nb_streams(); i++) {
            AVCodecParameters parameters = format.streams(i).codecpar();
            VideoFile.requireSize(path, parameters.width(), parameters.height());
        }
        int index = -1;
        if (probe(format) >= 0) {
            index = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, new AVCodec(null), 0);
        }
        if (index < 0 || (format.streams(index).disposition() & PICTURE) != 0) {
            throw count(format) > 0
                    ? VideoFile.unreadable(
                            path,
                            "is a video with a codec that FFmpeg does not support",
                            "convert it to H.264")
                    : VideoFile.unreadable(path, "has no video stream", "leave it out");
        }
        return format.streams(index);
    }

    /** The number of video streams, without cover art and thumbnails. */
    static int count(AVFormatContext format) {
        return (int)
                IntStream.range(0, format.nb_streams())
                        .mapToObj(format::streams)
                        .filter(stream -> stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO)
                        .filter(stream -> (stream.disposition() & PICTURE) == 0)
                        .count();
    }

    private static int probe(AVFormatContext format) {
        int streams = format.nb_streams();
        try (PointerPointer<AVDictionary> options = new PointerPointer<>(Math.max(1, streams))) {
            for (int i = 0; i < streams; i++) {
                AVDictionary option = new AVDictionary(null);
                av_dict_set_int(option, "max_pixels", ImageFiles.MAX_PIXELS, 0);
                options.put(i, option);
            }
            int result = avformat_find_stream_info(format, options);
            for (int i = 0; i < streams; i++) {
                // If FFmpeg has used all options, the handle is null and must not be freed.
                AVDictionary left = options.get(AVDictionary.class, i);
                if (!Pointer.isNull(left)) {
                    av_dict_free(left);
                }
            }
            return result;
        }
    }
}
