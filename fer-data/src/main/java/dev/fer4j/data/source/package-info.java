/**
 * Sources of images: the laboratory recordings, folders of stills, folders of synthetic images, or
 * a user's own source.
 *
 * <p>The input is a folder on disk; the output is a {@link dev.fer4j.data.source.SourceListing},
 * with every item found either listed or named in a problem. No videos or images are decoded here;
 * videos are opened only if their duration is requested. Ingestion and descriptions depend on this
 * package; users implement {@link dev.fer4j.data.source.DataSource}.
 */
package dev.fer4j.data.source;
