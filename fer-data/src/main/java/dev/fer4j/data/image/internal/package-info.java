/**
 * The formats of image files: headers, metadata, and the pixels of PNG and BMP.
 *
 * <p>Bytes enter; sizes, pixels, or files without anything but pixels leave. For the packages of
 * {@code dev.fer4j.data.image} only.
 */
package dev.fer4j.data.image.internal;
