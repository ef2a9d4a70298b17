/**
 * The pretraining of the toy study's network, on drawn people who are in no toy corpus.
 *
 * <p>Takes a seed; returns weights of an Xception that has learned to describe people, their pose
 * and the light, and nothing about interest or how it shows.
 */
package dev.fer4j.toy.pretraining;
