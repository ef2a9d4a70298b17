package dev.fer4j.data.image.internal;

import java.util.Optional;

/**
 * Reads a WebP's canvas size and walks through its chunks (RFC 9649). Of an animation the first
 * frame is read, on a black canvas if it does not cover the whole.
 */
public final class WebpFile {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;

    private final Bytes data;
    private final Metadata metadata = new Metadata();
    private Optional<WebpPicture> picture = Optional.empty();

    private WebpFile(Bytes data) {
        this.data = data;
    }

    public static ImageHeader read(Bytes data) throws TruncatedException {
        String chunk = data.text(FIRST_CHUNK, 4);
        if (WebpPicture.isOne(chunk)) {
            return new WebpPicture(chunk, FIRST_CHUNK + CHUNK_HEADER, 0, 0, 0, false).size(data);
        }
        if (chunk.equals("VP8X")) {
            return WebpPicture.size(data.littleEndian(24, 3) + 1, data.littleEndian(27, 3) + 1);
        }
        throw new TruncatedException(
                "is a WebP whose first chunk '" + chunk.strip() + "' is unknown");
    }

    /**
     * Returns the pixels of the image or of the first frame, and the orientation.
     *
     * @throws TruncatedException if the file is truncated or its sizes contradict each other
     * @throws UnsupportedImageException if its metadata are too long
     */
    public static StrippedImage strip(Bytes data)
            throws TruncatedException, UnsupportedImageException {
        long end = data.littleEndian(4, 4) + CHUNK_HEADER;
        data.requireLength(end);
        WebpFile file = new WebpFile(data);
        file.chunks(FIRST_CHUNK, end, 0, 0, false);
        if (file.picture.isEmpty()) {
            throw new TruncatedException("is truncated: a WebP without pixels");
        }
        WebpPicture found = file.picture.get();
        return new StrippedImage(
                found.alone(data),
                file.metadata.orientation(),
                Optional.of(found.on(read(data), data)));
    }

    /** Walks through the chunks of the file, or of a frame at a place of the canvas. */
    private void chunks(long from, long end, long left, long top, boolean framed)
            throws TruncatedException, UnsupportedImageException {
        long at = from;
        while (at + CHUNK_HEADER <= end) {
            String chunk = data.text(at, 4);
            long content = at + CHUNK_HEADER;
            long length = data.littleEndian(at + 4, 4);
            if (content + length > end) {
                return;
            }
            if (WebpPicture.isOne(chunk) && picture.isEmpty()) {
                picture = Optional.of(new WebpPicture(chunk, content, length, left, top, framed));
            } else if (chunk.equals("ANMF") && length > FRAME_HEADER && picture.isEmpty()) {
                chunks(
                        content + FRAME_HEADER,
                        content + length,
                        2 * data.littleEndian(content, 3),
                        2 * data.littleEndian(content + 3, 3),
                        true);
            } else if (chunk.equals("EXIF") || chunk.equals("XMP ")) {
                metadata.add(data.array(), content, length);
            }
            at = content + length + length % 2;
        }
    }
}
