/**
 * Words, inks and means that sections and figures share; closed to everybody but {@code
 * dev.fer4j.eval.report}.
 */
package dev.fer4j.eval.report.internal;
