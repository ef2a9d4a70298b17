/**
 * Listings in, counts out: what a source holds, before anything is decoded, and how that differs
 * from what was expected.
 *
 * <p>A {@link dev.fer4j.data.source.SourceListing} enters, and an {@link
 * dev.fer4j.data.describe.ExpectedProfile} where there is one; a {@link
 * dev.fer4j.data.describe.DatasetDescription} and a {@link
 * dev.fer4j.data.describe.ProfileComparison} leave, as JSON or text. Users and reports depend on
 * this package.
 */
package dev.fer4j.data.describe;
