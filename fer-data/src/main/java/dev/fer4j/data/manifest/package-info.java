/**
 * Conversion of listings to manifests, with frames on disk, checked images and digests; and
 * manifests for other tools, as CSV and Croissant.
 *
 * <p>A {@link dev.fer4j.data.source.SourceListing} enters; PNG files and a {@link
 * dev.fer4j.core.Manifest} leave. Recordings are independent and run in parallel; results keep the
 * listing's order. Composition uses only the manifests.
 */
package dev.fer4j.data.manifest;
