package dev.fer4j.data.image;

import dev.fer4j.core.NativeLibrary;
import dev.fer4j.core.RgbImage;
import java.util.Optional;
import nu.pattern.OpenCV;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** What is left to OpenCV: the coded pixels of JPEG and WebP, encoding, and resizing. */
final class OpenCvImages {

    private OpenCvImages() {}

    /** Loads OpenCV once, when it is first needed. */
    private static final class Natives {
        static {
            OpenCV.loadLocally();
        }

        private Natives() {}

        static void require() {
            // Calling this method loads the class and thereby the natives.
        }
    }

    private static void requireNatives() {
        try {
            Natives.require();
        } catch (LinkageError e) {
            throw NativeLibrary.OPENCV.missing(e);
        }
    }

    /** Decodes a complete file; empty if OpenCV refuses it. */
    static Optional<RgbImage> decode(byte[] bytes) {
        requireNatives();
        MatOfByte encoded = new MatOfByte(bytes);
        try {
            return decode(encoded);
        } catch (CvException e) {
            return Optional.empty();
        } finally {
            encoded.release();
        }
    }

    private static Optional<RgbImage> decode(MatOfByte encoded) {
        Mat decoded =
                Imgcodecs.imdecode(
                        encoded, Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
        try {
            return decoded.empty() ? Optional.empty() : Optional.of(fromBgr(decoded));
        } finally {
            decoded.release();
        }
    }

    /** Encodes an image with one option of the encoder. */
    static byte[] encode(RgbImage image, String extension, int option, int value) {
        requireNatives();
        Mat bgr = toBgr(image);
        MatOfByte encoded = new MatOfByte();
        MatOfInt options = new MatOfInt(option, value);
        try {
            if (!Imgcodecs.imencode(extension, bgr, encoded, options)) {
                throw new IllegalStateException("OpenCV cannot encode " + extension);
            }
            return encoded.toArray();
        } finally {
            bgr.release();
            encoded.release();
            options.release();
        }
    }

    /** Resizes an image to another size. */
    static RgbImage resize(RgbImage image, int width, int height) {
        requireNatives();
        boolean grows = width > image.width() || height > image.height();
        Mat from = new Mat(image.height(), image.width(), CvType.CV_8UC3);
        Mat to = new Mat();
        try {
            from.put(0, 0, image.rgb());
            Imgproc.resize(
                    from,
                    to,
                    new Size(width, height),
                    0,
                    0,
                    grows ? Imgproc.INTER_LINEAR : Imgproc.INTER_AREA);
            return pixels(to);
        } finally {
            from.release();
            to.release();
        }
    }

    private static Mat toBgr(RgbImage image) {
        Mat mat = new Mat(image.height(), image.width(), CvType.CV_8UC3);
        mat.put(0, 0, image.rgb());
        Imgproc.cvtColor(mat, mat, Imgproc.COLOR_RGB2BGR);
        return mat;
    }

    private static RgbImage fromBgr(Mat bgr) {
        Mat rgb = new Mat();
        try {
            Imgproc.cvtColor(bgr, rgb, Imgproc.COLOR_BGR2RGB);
            return pixels(rgb);
        } finally {
            rgb.release();
        }
    }

    private static RgbImage pixels(Mat rgb) {
        byte[] values = new byte[3 * rgb.rows() * rgb.cols()];
        rgb.get(0, 0, values);
        return new RgbImage(rgb.cols(), rgb.rows(), values);
    }
}
