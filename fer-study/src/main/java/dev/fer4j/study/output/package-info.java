/**
 * What a study leaves, and where it came from: model cards, versions, digests.
 *
 * <p>An output folder enters, provenance leaves. May depend on settings.
 */
package dev.fer4j.study.output;
