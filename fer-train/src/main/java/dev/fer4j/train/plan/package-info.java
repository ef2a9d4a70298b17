/**
 * The plan of a training as a value: network, phases, learning rate, early stopping, sampling;
 * checked as a whole, written to JSON and read back.
 */
package dev.fer4j.train.plan;
