/**
 * What training requires of a network: a backbone, its stages, the paths of its parameters.
 *
 * <p>A seed enters, a network of named stages leaves. Implement {@link
 * dev.fer4j.train.network.Backbone} for a network of your own. Every package of fer-train may
 * depend on this one.
 */
package dev.fer4j.train.network;
