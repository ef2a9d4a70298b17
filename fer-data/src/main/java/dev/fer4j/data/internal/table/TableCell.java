package dev.fer4j.data.internal.table;

/**
 * A cell that is not blank.
 *
 * @param column its number, from 0
 * @param text its text without surrounding blanks
 */
public record TableCell(int column, String text) {}
