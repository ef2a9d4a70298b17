package dev.fer4j.data.audit;

import dev.fer4j.core.RgbImage;
import nu.pattern.OpenCV;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Pictures made worse in one respect. */
final class Spoilt {

    static {
        OpenCV.loadLocally();
    }

    private Spoilt() {}

    /** By a Gaussian. */
    static RgbImage blurred(RgbImage image, double sigma) {
        Mat mat = new Mat(image.height(), image.width(), CvType.CV_8UC3);
        try {
            mat.put(0, 0, image.rgb());
            Imgproc.GaussianBlur(mat, mat, new Size(0, 0), sigma);
            byte[] rgb = new byte[image.rgb().length];
            mat.get(0, 0, rgb);
            return new RgbImage(image.width(), image.height(), rgb);
        } finally {
            mat.release();
        }
    }

    static RgbImage darkened(RgbImage image, double factor) {
        byte[] rgb = new byte[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(factor * (image.rgb()[i] & 0xff));
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /** Towards white. */
    static RgbImage lightened(RgbImage image, double factor) {
        byte[] rgb = new byte[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(255 - factor * (255 - (image.rgb()[i] & 0xff)));
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /** Towards the middle of the scale. */
    static RgbImage flattened(RgbImage image, double factor) {
        byte[] rgb = new byte[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(128 + factor * ((image.rgb()[i] & 0xff) - 128));
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /** With the green channel in all three. */
    static RgbImage grey(RgbImage image) {
        byte[] rgb = new byte[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = image.rgb()[i / 3 * 3 + 1];
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }
}
