/**
 * Descriptions of the contents of a source before anything is decoded, and comparisons with what
 * was expected.
 *
 * <p>The input is a {@link dev.fer4j.data.source.SourceListing} and optionally an {@link
 * dev.fer4j.data.describe.ExpectedProfile}; the output is a {@link
 * dev.fer4j.data.describe.DatasetDescription} and a {@link
 * dev.fer4j.data.describe.ProfileComparison}, as JSON or text. Applications and reports may depend
 * on this package.
 */
package dev.fer4j.data.describe;
