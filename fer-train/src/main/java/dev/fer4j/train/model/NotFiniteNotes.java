package dev.fer4j.train.model;

import dev.fer4j.train.hdf5.Hdf5Dataset;
import java.util.ArrayList;
import java.util.List;

/** Remarks on tensors with values that are NaN or infinite. */
final class NotFiniteNotes {

    /** Larger datasets of HDF5 are not checked, since they must be read whole. */
    private static final long LARGEST = 1 << 22;

    private static final int LISTED = 10;

    private final List<String> notes = new ArrayList<>();
    private long tensors;

    void add(String name, long count) {
        if (count > 0 && tensors++ < LISTED) {
            notes.add(name + " has " + count + " values that are NaN or infinite");
        }
    }

    void add(String name, Hdf5Dataset data) {
        if (!data.isFloat32() || !data.isWritten()) {
            return;
        }
        if (data.shape().size() > LARGEST) {
            notes.add(name + " is too large to be checked for NaN and infinity");
            return;
        }
        long count = 0;
        for (float value : data.floats()) {
            count += Float.isFinite(value) ? 0 : 1;
        }
        add(name, count);
    }

    /** Returns the remarks, and those on links in the file. */
    List<String> texts(List<String> links) {
        List<String> all = new ArrayList<>(notes);
        if (tensors > LISTED) {
            all.add(tensors - LISTED + " more tensors have values that are NaN or infinite");
        }
        links.stream()
                .limit(LISTED)
                .forEach(link -> all.add(link + " is a link, which is not followed"));
        if (links.size() > LISTED) {
            all.add(links.size() - LISTED + " more links are not followed");
        }
        return all;
    }
}
