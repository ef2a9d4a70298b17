/**
 * The toy corpus: drawn faces of nobody, in the layout of the paper's three sources.
 *
 * <p>A seed and a scale enter; videos, stills, synthetic images, a questionnaire and label files
 * leave, which the sources of fer-data read like any others. {@link dev.fer4j.toy.ToyCorpus} is
 * where to begin; {@link dev.fer4j.toy.face.FaceRenderer} draws single faces. Only examples and
 * tests may depend on this package. It is the one that draws with Java2D.
 */
package dev.fer4j.toy;
