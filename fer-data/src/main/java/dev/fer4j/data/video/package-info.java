/**
 * Extraction of single frames from recordings: which frames are kept, and their pixels.
 *
 * <p>{@link dev.fer4j.data.source.Recording} values enter; {@link
 * dev.fer4j.data.video.SampledFrame} values leave. Built on FFmpeg, whose types are not exposed.
 * Ingestion depends on this package; users may call it for their own videos.
 */
package dev.fer4j.data.video;
