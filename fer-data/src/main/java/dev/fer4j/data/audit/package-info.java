/**
 * Audits of the data of a study: the people and images in each split, the shift of the prevalence
 * from training, small or missing groups, and image quality.
 *
 * <p>{@link dev.fer4j.data.composition.Composition} and {@link dev.fer4j.core.Manifest} values are
 * audited, giving {@link dev.fer4j.data.audit.CompositionAudit} and {@link
 * dev.fer4j.data.audit.QualityAudit} values, which are also written as JSON and CSV. An audit
 * neither changes nor excludes any data. Reports may depend on this package; no other package of
 * this module does.
 */
package dev.fer4j.data.audit;
