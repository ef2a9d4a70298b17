/** Model cards: what a model is for, what it learned from, and how well it does for whom. */
package dev.fer4j.eval.report.card;
