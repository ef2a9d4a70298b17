/**
 * Reading and writing of image files.
 *
 * <p>Files of four formats are decoded to {@link dev.fer4j.core.RgbImage} values after their
 * headers have been checked; images are encoded as PNG or JPEG. PNG and BMP are decoded here, JPEG
 * and WebP by OpenCV, whose types are not exposed. Every module above fer-data may depend on this
 * package.
 */
package dev.fer4j.data.image;
