/**
 * The segments and codes of JPEG files.
 *
 * <p>Bytes enter; the size, or a file that is complete and has nothing but pixels, leaves. Pixels
 * are made by libjpeg, in OpenCV. For {@code dev.fer4j.data.image} only.
 */
package dev.fer4j.data.image.internal.jpeg;
