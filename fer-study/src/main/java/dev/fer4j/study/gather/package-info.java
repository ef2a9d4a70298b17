/**
 * The images and conditions of a study: lists the sources, refuses invalid plans before anything is
 * decoded, samples frames, and composes.
 *
 * <p>Settings and sources enter; manifests, conditions and compositions leave, with the files that
 * document them. May depend on the settings package only.
 */
package dev.fer4j.study.gather;
