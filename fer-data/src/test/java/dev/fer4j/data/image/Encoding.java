package dev.fer4j.data.image;

import dev.fer4j.core.RgbImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import nu.pattern.OpenCV;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Ways to store the same picture. */
public enum Encoding {
    /** Eight bits, three channels. */
    PNG(".png", false),
    /** Sixteen bits. */
    PNG_16(".png", false),
    /** A fourth channel, opaque everywhere. */
    PNG_ALPHA(".png", false),
    /** One channel. */
    PNG_GREY(".png", true),
    /** Three channels. */
    JPEG(".jpg", false),
    /** One channel. */
    JPEG_GREY(".jpg", true),
    /** Four channels, inverted as Adobe writes them. */
    JPEG_CMYK(".jpg", false),
    /** Three channels, not compressed. */
    BMP(".bmp", false),
    /** Three channels, by the lossy or lossless coder that OpenCV chooses. */
    WEBP(".webp", false);

    private final String ending;
    private final boolean grey;

    static {
        OpenCV.loadLocally();
    }

    Encoding(String ending, boolean grey) {
        this.ending = ending;
        this.grey = grey;
    }

    /** What file names end with, the dot included. */
    public String ending() {
        return ending;
    }

    /** Whether colours are lost. */
    public boolean isGrey() {
        return grey;
    }

    /** The bytes of a file. */
    public byte[] encode(RgbImage image) {
        if (this == JPEG_CMYK) {
            return cmyk(image);
        }
        Mat mat = new Mat(image.height(), image.width(), CvType.CV_8UC3);
        MatOfByte encoded = new MatOfByte();
        try {
            mat.put(0, 0, image.rgb());
            int conversion =
                    switch (this) {
                        case PNG_GREY, JPEG_GREY -> Imgproc.COLOR_RGB2GRAY;
                        case PNG_ALPHA -> Imgproc.COLOR_RGB2BGRA;
                        default -> Imgproc.COLOR_RGB2BGR;
                    };
            Imgproc.cvtColor(mat, mat, conversion);
            if (this == PNG_16) {
                mat.convertTo(mat, CvType.CV_16UC3, 257);
            }
            Imgcodecs.imencode(ending, mat, encoded);
            return encoded.toArray();
        } finally {
            mat.release();
            encoded.release();
        }
    }

    /** CMYK as Adobe writes it: inverted, with an APP14 segment. */
    private static byte[] cmyk(RgbImage image) {
        int[] samples = new int[4 * image.width() * image.height()];
        for (int i = 0; i < samples.length; i++) {
            // Inverted CMY without black is RGB itself, and inverted black is full.
            samples[i] = i % 4 == 3 ? 255 : image.rgb()[i / 4 * 3 + i % 4] & 0xff;
        }
        WritableRaster raster =
                Raster.createInterleavedRaster(0, image.width(), image.height(), 4, null);
        raster.setPixels(0, 0, image.width(), image.height(), samples);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return withSegment(out.toByteArray(), 0xee, adobe);
    }

    /** A JPEG file whose EXIF orientation is 1 to 8. */
    public static byte[] jpegWithOrientation(RgbImage image, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(32);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return withSegment(JPEG.encode(image), 0xe1, exif.array());
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 4 + content.length);
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker);
        out.putShort((short) (2 + content.length)).put(content);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A small PNG whose header, with a right CRC, claims another size. */
    public static byte[] pngClaiming(int width, int height) {
        byte[] png = PNG.encode(new RgbImage(1, 1, new byte[3]));
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }
}
