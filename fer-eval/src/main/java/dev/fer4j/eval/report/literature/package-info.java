/** The methods of a report and the literature that they cite. */
package dev.fer4j.eval.report.literature;
