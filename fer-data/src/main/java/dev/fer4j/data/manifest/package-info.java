/**
 * From listings to manifests: frames on disk, images checked, everything with its digest; and
 * manifests for other tools, as CSV and Croissant.
 *
 * <p>A {@link dev.fer4j.data.source.SourceListing} enters; PNG files and a {@link
 * dev.fer4j.core.Manifest} leave. Recordings are independent and run in parallel; results keep the
 * listing's order. Composition reads manifests and nothing else of this package.
 */
package dev.fer4j.data.manifest;
