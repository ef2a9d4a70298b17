/** Times how long an interrupted training takes to resume. */
package dev.fer4j.benchmarks.resume;
