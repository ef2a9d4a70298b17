/**
 * Image files in, 8-bit RGB pixels out, and the way back.
 *
 * <p>Files of four formats enter, after their headers have been checked; {@link
 * dev.fer4j.core.RgbImage} values leave. Built on OpenCV, whose types stay inside. Every module
 * above fer-data may depend on this package.
 */
package dev.fer4j.data.image;
