package dev.fer4j.data.image.internal;

/**
 * What the header of an image file says.
 *
 * @param format the format's name
 * @param width the width as stored, before any rotation
 * @param height the height as stored
 */
public record ImageHeader(String format, long width, long height) {

    public static final String PNG = "PNG";
    public static final String JPEG = "JPEG";
    public static final String WEBP = "WebP";
    public static final String BMP = "BMP";
}
