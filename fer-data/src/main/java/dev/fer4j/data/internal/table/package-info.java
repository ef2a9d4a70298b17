/**
 * Tables as files: Excel workbooks and CSV, told apart by their first bytes. Workbooks come from
 * anywhere, so nothing in them is trusted: sizes are checked before memory is used.
 */
package dev.fer4j.data.internal.table;
