/**
 * Images and conditions: looks into the sources, refuses what cannot work before anything is
 * decoded, samples frames, and composes.
 *
 * <p>Settings and sources enter; manifests, conditions and compositions leave, with the files that
 * say so. May depend on the settings only.
 */
package dev.fer4j.study.gather;
