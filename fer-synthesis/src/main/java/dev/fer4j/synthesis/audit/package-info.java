/**
 * Quality of synthetic images: their distance from real ones, whether they are copies, and whether
 * they still show their label. Distances are measured between the features of a network, and are
 * only as meaningful as those.
 *
 * <p>Takes samples, features and predictions; returns audits as values. Part of fer-synthesis;
 * fer-study and fer-cli depend on it.
 */
package dev.fer4j.synthesis.audit;
