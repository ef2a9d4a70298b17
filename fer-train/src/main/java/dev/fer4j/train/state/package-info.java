/** The state of a training between two steps, as tensors and text that can be stored. */
package dev.fer4j.train.state;
