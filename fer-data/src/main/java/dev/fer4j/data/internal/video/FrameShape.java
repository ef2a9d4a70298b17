package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;

import dev.fer4j.data.image.PixelShape;
import dev.fer4j.data.image.StoredPicture;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * The size of frames and the shape of their pixels. As in FFmpeg and players, the shape that the
 * container states takes precedence over the coded frame's; pixels without a shape are square.
 */
final class FrameShape {

    private FrameShape() {}

    /**
     * The shape and size of frames according to the file's headers.
     *
     * @throws dev.fer4j.core.InputException if they are too large to be read, or no camera stores
     *     such pixels
     */
    static StoredPicture ofHeader(VideoFile file) {
        AVCodecParameters parameters = file.stream().codecpar();
        return checked(file, parameters.width(), parameters.height(), new AVFrame(null));
    }

    /**
     * The shape and size of a decoded frame.
     *
     * @throws dev.fer4j.core.InputException as {@link #ofHeader} does
     */
    static StoredPicture of(VideoFile file, AVFrame frame) {
        return checked(file, frame.width(), frame.height(), frame);
    }

    private static StoredPicture checked(VideoFile file, int width, int height, AVFrame frame) {
        AVRational ratio = av_guess_sample_aspect_ratio(file.format(), file.stream(), frame);
        PixelShape pixels =
                ratio.num() > 0 && ratio.den() > 0
                        ? new PixelShape(ratio.num(), ratio.den())
                        : PixelShape.SQUARE;
        if (!pixels.isPlausible()) {
            throw file.unreadable(
                    "states that its pixels have the shape " + pixels + ", which no camera stores",
                    "correct its header, or leave it out");
        }
        StoredPicture picture =
                new StoredPicture(width, height, pixels, file.displayMatrix().isQuarterTurn());
        file.requireSize(picture.width(), picture.height());
        return picture;
    }
}
