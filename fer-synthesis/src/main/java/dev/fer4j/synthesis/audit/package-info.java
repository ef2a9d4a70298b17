/**
 * The quality of synthetic images: their distance from real ones, whether they are copies, and
 * whether they still show their label. Distances are measured between features of a network, and
 * are only as meaningful as these.
 *
 * <p>Samples, features and predictions enter; audits leave as values. Part of fer-synthesis;
 * fer-study and fer-cli depend on it.
 */
package dev.fer4j.synthesis.audit;
