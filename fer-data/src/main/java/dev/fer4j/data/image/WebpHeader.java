package dev.fer4j.data.image;

/** Reads a WebP's canvas size (RFC 9649, section 2.5 to 2.7). */
final class WebpHeader {

    private WebpHeader() {}

    static ImageHeader read(Bytes data) throws TruncatedException {
        String chunk = data.text(12, 4);
        return switch (chunk) {
            case "VP8 " ->
                    header(data.littleEndian(26, 2) & 0x3fff, data.littleEndian(28, 2) & 0x3fff);
            case "VP8L" -> {
                long bits = data.littleEndian(21, 4);
                yield header((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> header(data.littleEndian(24, 3) + 1, data.littleEndian(27, 3) + 1);
            default ->
                    throw new TruncatedException(
                            "is a WebP whose first chunk '" + chunk.strip() + "' is unknown");
        };
    }

    private static ImageHeader header(long width, long height) {
        return new ImageHeader(ImageHeader.WEBP, width, height);
    }
}
