/**
 * Where images come from: the laboratory recordings, folders of stills, folders of synthetic
 * images, or a user's own source.
 *
 * <p>Folders as they are found on disk enter; {@link dev.fer4j.data.source.SourceListing} values
 * leave, with everything that was found either listed or named in a problem. No video or image is
 * decoded here; videos are opened only where their duration is requested. Ingestion and
 * descriptions depend on this package; users implement {@link dev.fer4j.data.source.DataSource}.
 */
package dev.fer4j.data.source;
