/** What each kind of layer takes of a training step. */
package dev.fer4j.benchmarks.layers;
