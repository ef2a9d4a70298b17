/**
 * Opens reports in a real browser and says what is wrong with them. No unit tests: it needs
 * Chromium, so {@code src/test/browser/check-report.sh} runs it.
 */
package dev.fer4j.eval.browser;
