/** Table 2, and the results that the paper printed. */
package dev.fer4j.eval.report.table;
