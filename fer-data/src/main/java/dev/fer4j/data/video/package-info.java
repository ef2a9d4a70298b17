/**
 * Recordings in, single frames out: which frames of a recording are kept, and their pixels.
 *
 * <p>{@link dev.fer4j.data.source.Recording} values enter; {@link
 * dev.fer4j.data.video.SampledFrame} values leave. Written on FFmpeg, whose types stay in the
 * internal package. Ingestion depends on this package; users may call it for videos of their own.
 */
package dev.fer4j.data.video;
