/**
 * What training requires of a network: a backbone, its stages, the paths of its parameters.
 *
 * <p>Builds a network of named stages from a seed. Implement {@link
 * dev.fer4j.train.network.Backbone} for a custom network. Every package of fer-train may depend on
 * this one.
 */
package dev.fer4j.train.network;
