/**
 * Wording, colours and means over trainings that sections and figures share.
 *
 * <p>Only {@code dev.fer4j.eval.report} and the packages below it may depend on this package.
 */
package dev.fer4j.eval.report.internal;
