/**
 * Reading and writing of image files.
 *
 * <p>Files of four formats enter, after their headers have been checked; {@link
 * dev.fer4j.core.RgbImage} values leave, or the reverse. Built on OpenCV, whose types are not
 * exposed. Every module above fer-data may depend on this package.
 */
package dev.fer4j.data.image;
