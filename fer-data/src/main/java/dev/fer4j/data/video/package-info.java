/**
 * Extraction of single frames from recordings: which frames are kept, and their pixels.
 *
 * <p>Converts {@link dev.fer4j.data.source.Recording} values to {@link
 * dev.fer4j.data.video.SampledFrame} values. Built on FFmpeg, whose types are not exposed.
 * Ingestion depends on this package; users may call it for their own videos.
 */
package dev.fer4j.data.video;
