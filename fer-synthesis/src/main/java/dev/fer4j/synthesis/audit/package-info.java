/**
 * What synthetic images are worth: how near to real ones they lie, whether they are copies, whether
 * they still show their label. Distances are between features of a network, and are as good as
 * that.
 */
package dev.fer4j.synthesis.audit;
