/**
 * What the answers of a questionnaire mean: which of them are labels, and which are no answer at
 * all.
 */
package dev.fer4j.core.answer;
