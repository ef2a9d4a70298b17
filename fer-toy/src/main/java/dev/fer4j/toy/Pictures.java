package dev.fer4j.toy;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.file.WholeFile;
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
                            writer.write(
                                    null,
                                    new IIOImage(image.toBufferedImage(), null, null),
                                    settings);
                        }
                    });
        } finally {
            writer.dispose();
        }
    }
}
