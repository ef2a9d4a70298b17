/**
 * Audits of what goes into a study: who and what stands in each split, how the prevalence shifts
 * from training, which groups are small or missing, and how good the images are.
 *
 * <p>{@link dev.fer4j.data.composition.Composition} and {@link dev.fer4j.core.Manifest} values
 * enter; {@link dev.fer4j.data.audit.CompositionAudit} and {@link
 * dev.fer4j.data.audit.QualityAudit} values leave, as JSON and CSV too. Nothing is changed or left
 * out by an audit. Reports may depend on this package; nothing in this module does.
 */
package dev.fer4j.data.audit;
