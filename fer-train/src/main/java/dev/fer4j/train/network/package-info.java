/** What a network is to training: a backbone, its stages, the paths of its parameters. */
package dev.fer4j.train.network;
