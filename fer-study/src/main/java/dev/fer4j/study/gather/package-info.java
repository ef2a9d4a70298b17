/**
 * The images and conditions of a study: lists the sources, refuses invalid plans before anything is
 * decoded, samples frames, and composes.
 *
 * <p>From settings and sources, produces manifests, conditions and compositions, and the files that
 * document them. May depend on the settings package only.
 */
package dev.fer4j.study.gather;
