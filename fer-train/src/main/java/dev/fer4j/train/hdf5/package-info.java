/**
 * HDF5 files, checked before anything in them is believed.
 *
 * <p>Wraps jHDF: groups are walked without recursion, and lengths that a file states are compared
 * with its size before memory is allocated. Independent of networks. Part of fer-train.
 */
package dev.fer4j.train.hdf5;
