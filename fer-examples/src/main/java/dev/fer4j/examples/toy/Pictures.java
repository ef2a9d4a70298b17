package dev.fer4j.examples.toy;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.io.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes still pictures through ImageIO with fixed settings. */
final class Pictures {

    private static final float QUALITY = 0.9f;

    private Pictures() {}

    /** Writes a JPEG of quality 0.9. */
    static void writeJpeg(Path file, RgbImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            WholeFile.write(
                    file,
                    out -> {
                        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                            writer.setOutput(stream);
                            writer.write(null, new IIOImage(awt(image), null, null), settings);
                        }
                    });
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage awt(RgbImage image) {
        BufferedImage awt =
                new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                awt.setRGB(
                        x, y, image.at(x, y, 0) << 16 | image.at(x, y, 1) << 8 | image.at(x, y, 2));
            }
        }
        return awt;
    }
}
