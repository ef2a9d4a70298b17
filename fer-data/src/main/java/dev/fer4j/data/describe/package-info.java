/**
 * Listings in, counts out: what a source holds, before anything is decoded.
 *
 * <p>A {@link dev.fer4j.data.source.SourceListing} enters; a {@link
 * dev.fer4j.data.describe.DatasetDescription} leaves, as JSON or text. Users and reports depend on
 * this package.
 */
package dev.fer4j.data.describe;
