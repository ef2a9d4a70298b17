package dev.fer4j.data.testing;

import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import java.util.Random;
import nu.pattern.OpenCV;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures of overlapping ellipses, other ones for each seed, and what befalls pictures. */
public final class DrawnPicture {

    private static final int ELLIPSES = 12;

    static {
        OpenCV.loadLocally();
    }

    private DrawnPicture() {}

    /** Draws a picture. */
    public static RgbImage of(int width, int height, long seed) {
        Random random = new Random(seed);
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < ELLIPSES; i++) {
            double centreX = random.nextDouble();
            double centreY = random.nextDouble();
            double radiusX = 0.08 + 0.3 * random.nextDouble();
            double radiusY = 0.08 + 0.3 * random.nextDouble();
            int[] colour = {random.nextInt(220), random.nextInt(220), random.nextInt(220)};
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double dx = ((x + 0.5) / width - centreX) / radiusX;
                    double dy = ((y + 0.5) / height - centreY) / radiusY;
                    if (i == 0 || dx * dx + dy * dy < 1) {
                        for (int c = 0; c < 3; c++) {
                            rgb[3 * (y * width + x) + c] = (byte) colour[c];
                        }
                    }
                }
            }
        }
        return new RgbImage(width, height, rgb);
    }

    /** The bytes of a JPEG file. */
    public static byte[] jpeg(RgbImage image, int quality) {
        Mat mat = new Mat(image.height(), image.width(), CvType.CV_8UC3);
        MatOfByte encoded = new MatOfByte();
        MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
        try {
            mat.put(0, 0, image.rgb());
            Imgproc.cvtColor(mat, mat, Imgproc.COLOR_RGB2BGR);
            Imgcodecs.imencode(".jpg", mat, encoded, options);
            return encoded.toArray();
        } finally {
            mat.release();
            encoded.release();
            options.release();
        }
    }

    /** With both sides scaled. */
    public static RgbImage scaled(RgbImage image, double factor) {
        return ImageFiles.resize(
                image,
                (int) Math.round(factor * image.width()),
                (int) Math.round(factor * image.height()));
    }

    /** With all values raised, up to 255. */
    public static RgbImage brighter(RgbImage image, int by) {
        byte[] rgb = image.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.min(255, (rgb[i] & 0xff) + by);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /** Left and right swapped. */
    public static RgbImage mirrored(RgbImage image) {
        byte[] rgb = new byte[image.rgb().length];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int c = 0; c < 3; c++) {
                    rgb[3 * (y * image.width() + x) + c] =
                            (byte) image.at(image.width() - 1 - x, y, c);
                }
            }
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }
}
