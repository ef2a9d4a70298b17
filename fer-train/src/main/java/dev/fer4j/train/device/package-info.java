/** The devices of this machine, and which of them a training uses. */
package dev.fer4j.train.device;
