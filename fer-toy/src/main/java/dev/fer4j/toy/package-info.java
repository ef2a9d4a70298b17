/**
 * The toy corpus: drawn faces of artificial people, in the layout of the paper's three sources.
 *
 * <p>Takes a seed and a scale; writes videos, stills, synthetic images, a questionnaire and label
 * files, which the sources of fer-data read like any others. {@link dev.fer4j.toy.ToyCorpus} is the
 * entry point; {@link dev.fer4j.toy.face.FaceRenderer} draws single faces. Only fer-cli, examples,
 * benchmarks and tests may depend on this package.
 */
package dev.fer4j.toy;
