/**
 * Descriptions of the contents of a source before anything is decoded, and comparisons with what
 * was expected.
 *
 * <p>A {@link dev.fer4j.data.source.SourceListing} enters, and optionally an {@link
 * dev.fer4j.data.describe.ExpectedProfile}; a {@link dev.fer4j.data.describe.DatasetDescription}
 * and a {@link dev.fer4j.data.describe.ProfileComparison} leave, as JSON or text. Applications and
 * reports may depend on this package.
 */
package dev.fer4j.data.describe;
