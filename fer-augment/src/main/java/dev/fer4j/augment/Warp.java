package dev.fer4j.augment;

import dev.fer4j.core.RgbImage;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Resamples an image through an affine map with OpenCV. */
final class Warp {

    static {
        OpenCV.loadLocally();
    }

    private Warp() {}

    static RgbImage apply(RgbImage image, Affine places) {
        int width = image.width();
        int height = image.height();
        // Places are measured from the centre, OpenCV's from the centre of the first pixel.
        double cx = (width - 1) / 2.0;
        double cy = (height - 1) / 2.0;
        Mat source = new Mat(height, width, CvType.CV_8UC3);
        Mat result = new Mat();
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        try {
            source.put(0, 0, image.rgb());
            matrix.put(
                    0,
                    0,
                    places.xx(),
                    places.xy(),
                    cx - places.xx() * cx - places.xy() * cy + places.x0(),
                    places.yx(),
                    places.yy(),
                    cy - places.yx() * cx - places.yy() * cy + places.y0());
            Imgproc.warpAffine(
                    source,
                    result,
                    matrix,
                    source.size(),
                    Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                    Core.BORDER_REFLECT_101);
            byte[] rgb = new byte[3 * width * height];
            result.get(0, 0, rgb);
            return new RgbImage(width, height, rgb);
        } finally {
            matrix.release();
            result.release();
            source.release();
        }
    }
}
