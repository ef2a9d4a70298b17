/**
 * Model cards: a model's purpose, training data, rights, and performance by group.
 *
 * <p>Details of a model and results of its training enter; Markdown leaves. fer-study depends on
 * this package.
 */
package dev.fer4j.eval.report.card;
