/**
 * Conversion of listings to manifests, with frames on disk, checked images and digests; and
 * manifests for other tools, as CSV and Croissant.
 *
 * <p>The input is a {@link dev.fer4j.data.source.SourceListing}; the output consists of image files
 * and a {@link dev.fer4j.core.Manifest}. Recordings are independent and run in parallel; results
 * keep the listing's order. Composition uses only the manifests.
 */
package dev.fer4j.data.manifest;
