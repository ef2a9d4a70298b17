package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import dev.fer4j.core.RgbImage;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Converts a decoded frame of any pixel format to 8-bit RGB, using the frame's own colour matrix
 * and range. Frames without a matrix are treated as BT.601, as in FFmpeg. The pixels are those of
 * {@code ffmpeg -pix_fmt rgb24}, with {@code -vf scale=WIDTH:HEIGHT} if the width changes.
 */
final class FrameConverter {

    /**
     * The flags used by the ffmpeg command and OpenCV. Exact rounding and interpolated chroma would
     * take forty times as long and give pixels that differ from those of all other tools.
     */
    private static final int FLAGS = SWS_BICUBIC;

    private static final int FIXED_POINT_ONE = 1 << 16;

    private FrameConverter() {}

    /**
     * Converts a frame; empty if FFmpeg does not support the conversion from its pixel format.
     *
     * @param width of the image, whose rows are resized if it is not the frame's
     */
    static Optional<RgbImage> convert(AVFrame frame, int width) {
        int height = frame.height();
        SwsContext context =
                sws_getContext(
                        frame.width(),
                        height,
                        frame.format(),
                        width,
                        height,
                        AV_PIX_FMT_RGB24,
                        FLAGS,
                        null,
                        null,
                        (DoublePointer) null);
        if (Pointer.isNull(context)) {
            return Optional.empty();
        }
        AVFrame rgb = av_frame_alloc();
        try {
            // RGB is full range by definition; brightness, contrast and saturation are neutral.
            sws_setColorspaceDetails(
                    context,
                    sws_getCoefficients(frame.colorspace()),
                    isFullRange(frame) ? 1 : 0,
                    sws_getCoefficients(SWS_CS_DEFAULT),
                    1,
                    0,
                    FIXED_POINT_ONE,
                    FIXED_POINT_ONE);
            rgb.format(AV_PIX_FMT_RGB24).width(width).height(height);
            if (av_frame_get_buffer(rgb, 0) < 0 || sws_scale_frame(context, rgb, frame) < 0) {
                return Optional.empty();
            }
            return Optional.of(copy(rgb, width, height));
        } finally {
            av_frame_free(rgb);
            sws_freeContext(context);
        }
    }

    /** MPEG-4 and JPEG streams may indicate full range by their pixel format. */
    private static boolean isFullRange(AVFrame frame) {
        int format = frame.format();
        return frame.color_range() == AVCOL_RANGE_JPEG
                || format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUVJ444P
                || format == AV_PIX_FMT_YUVJ440P
                || format == AV_PIX_FMT_YUVJ411P;
    }

    private static RgbImage copy(AVFrame rgb, int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        BytePointer data = rgb.data(0);
        long stride = rgb.linesize(0);
        for (int y = 0; y < height; y++) {
            data.position(y * stride).get(pixels, 3 * width * y, 3 * width);
        }
        return new RgbImage(width, height, pixels);
    }
}
