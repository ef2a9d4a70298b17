package dev.fer4j.train.hdf5;

import dev.fer4j.core.InputException;
import io.jhdf.api.Attribute;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Texts in attributes.
 *
 * @param subject the file, for messages
 * @param size its size in bytes
 * @param content its bytes, from the beginning of HDF5's addresses; absent if they do not fit into
 *     a buffer
 */
record Hdf5Texts(Object subject, long size, Optional<ByteBuffer> content) {

    /** More names than any network has layers. */
    private static final int MOST = 100_000;

    /** The size of a collection of texts lies this many bytes after its beginning. */
    private static final int SIZE = 8;

    /** Returns an attribute's texts: none if it is empty. */
    List<String> of(Attribute attribute) {
        if (attribute.isEmpty() || attribute.getSize() == 0) {
            return List.of();
        }
        if (attribute.getSize() > MOST || attribute.getSizeInBytes() > size) {
            throw Hdf5Reading.refused(
                    subject,
                    "has %s elements in the attribute %s"
                            .formatted(attribute.getSize(), attribute.getName()));
        }
        content.ifPresent(bytes -> requireDistinct(attribute, bytes));
        Object data = attribute.getData();
        if (data instanceof String text) {
            return List.of(text);
        }
        if (data instanceof String[] texts) {
            return List.of(texts);
        }
        throw Hdf5Reading.refused(subject, "has no text in the attribute " + attribute.getName());
    }

    /**
     * Requires that texts of variable length are stored once each, so that all of them together are
     * not longer than the file.
     */
    private void requireDistinct(Attribute attribute, ByteBuffer bytes) {
        if (!(attribute.getDataType() instanceof VariableLength type)) {
            return;
        }
        ByteBuffer references = attribute.getBuffer().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int skipped = type.getSize() - Long.BYTES - Integer.BYTES;
        if (skipped < 0) {
            return;
        }
        Map<Long, Set<Integer>> known = new HashMap<>();
        long total = 0;
        while (references.remaining() >= type.getSize()) {
            references.position(references.position() + skipped);
            long address = references.getLong();
            int index = references.getInt();
            if (index == 0) {
                continue;
            }
            Set<Integer> same = known.get(address);
            if (same == null) {
                same = new HashSet<>();
                known.put(address, same);
                total += sizeAt(attribute, address, bytes);
            }
            if (!same.add(index) || total > bytes.capacity()) {
                throw refused(attribute);
            }
        }
    }

    private long sizeAt(Attribute attribute, long address, ByteBuffer bytes) {
        if (address < 0 || address > bytes.capacity() - SIZE - Long.BYTES) {
            throw refused(attribute);
        }
        long size = bytes.getLong((int) address + SIZE);
        if (size < 0 || size > bytes.capacity()) {
            throw refused(attribute);
        }
        return size;
    }

    private InputException refused(Attribute attribute) {
        return Hdf5Reading.refused(
                subject,
                "has an attribute %s whose texts overlap or lie outside the file"
                        .formatted(attribute.getName()));
    }
}
