package dev.fer4j.train.hdf5;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.CloseOnFailure;
import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An open HDF5 file: its groups, attributes with text, and datasets.
 *
 * <p>A file costs no more memory than its lists of names until values are read: groups are walked
 * to a limited depth, each dataset's claims are compared with the size of the file, and the values
 * of a compressed one are not kept before it is known how many there are. Soft and external links
 * are listed and never followed. For one thread at a time.
 */
public final class Hdf5File implements AutoCloseable {

    private final HdfFile file;
    private final Object subject;
    private final Hdf5Texts texts;
    private final Hdf5Tree tree;
    private final ImmutableMap<String, Hdf5Dataset> datasets;

    private Hdf5File(Object subject, HdfFile file, long size, Optional<ByteBuffer> content) {
        this.subject = subject;
        this.file = file;
        this.texts = new Hdf5Texts(subject, size, content);
        this.tree = Hdf5Tree.of(subject, file);
        Hdf5Bounds bounds = new Hdf5Bounds(subject, size);
        ImmutableMap.Builder<String, Hdf5Dataset> found = ImmutableMap.builder();
        tree.datasets()
                .forEach(
                        (name, data) -> {
                            bounds.requirePlausible(name, data);
                            found.put(name, new Hdf5Dataset(bounds, name, data));
                        });
        this.datasets = found.buildOrThrow();
    }

    /**
     * Opens a file and lists what is in it.
     *
     * @throws InputException if it is not HDF5, truncated, or has content that cannot be
     * @throws IOException if it cannot be read
     */
    public static Hdf5File open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            return size > Integer.MAX_VALUE
                    ? Hdf5Reading.of(path, () -> of(path, new HdfFile(path), size))
                    : open(channel, path);
        }
    }

    /**
     * Opens the content of a channel of up to 2 GiB, which may be closed afterwards.
     *
     * @param subject what messages name
     * @throws InputException as {@link #open(Path)} does
     */
    public static Hdf5File open(FileChannel channel, Object subject) throws IOException {
        // A mapped buffer, not a channel: jHDF then slices it instead of trusting lengths.
        ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        return Hdf5Reading.of(
                subject, () -> of(subject, HdfFile.fromByteBuffer(bytes.duplicate()), bytes));
    }

    private static Hdf5File of(Object subject, HdfFile opened, long size) {
        return CloseOnFailure.of(
                opened::close, () -> new Hdf5File(subject, opened, size, Optional.empty()));
    }

    private static Hdf5File of(Object subject, HdfFile opened, ByteBuffer bytes) {
        int begin = Math.toIntExact(opened.getUserBlockSize());
        requireComplete(subject, bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN), begin);
        ByteBuffer own =
                bytes.slice(begin, bytes.capacity() - begin).order(ByteOrder.LITTLE_ENDIAN);
        return new Hdf5File(subject, opened, bytes.capacity(), Optional.of(own));
    }

    /** Compares the end that the file states with its size; other bytes may follow. */
    private static void requireComplete(Object subject, ByteBuffer bytes, int begin) {
        bytes.position(begin);
        Superblock block = Superblock.readSuperblock(bytes);
        long end;
        if (block instanceof Superblock.SuperblockV0V1 old) {
            end = old.getEndOfFileAddress();
        } else if (block instanceof Superblock.SuperblockV2V3 newer) {
            end = newer.getEndOfFileAddress();
        } else {
            return;
        }
        if (end < 0 || end > bytes.capacity()) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    subject,
                    "is truncated: it has %s bytes of %s"
                            .formatted(bytes.capacity(), Long.toUnsignedString(end)),
                    "download or copy the file again");
        }
    }

    /** The paths of all groups, beginning with a slash; the root's is empty. */
    public Set<String> groups() {
        return tree.groups().keySet();
    }

    /** The datasets by their paths, which begin with a slash, depth first. */
    public Map<String, Hdf5Dataset> datasets() {
        return datasets;
    }

    /** The paths of links, which are not followed. */
    public List<String> links() {
        return tree.links();
    }

    /** Whether a group has an attribute. */
    public boolean hasAttribute(String group, String name) {
        return attribute(group, name).isPresent();
    }

    /**
     * Returns the texts of an attribute: none if it is missing.
     *
     * @param group the group's path
     * @throws InputException if it is not text
     */
    public List<String> texts(String group, String name) {
        return Hdf5Reading.of(
                subject, () -> attribute(group, name).map(texts::of).orElse(List.of()));
    }

    /**
     * Returns the root's attributes that are a single text.
     *
     * @param longest the most characters; longer ones are left out
     */
    public Map<String, String> rootTexts(int longest) {
        return Hdf5Reading.of(
                subject,
                () -> {
                    Map<String, String> found = new LinkedHashMap<>();
                    file.getAttributes()
                            .forEach(
                                    (name, attribute) ->
                                            text(attribute, longest)
                                                    .ifPresent(text -> found.put(name, text)));
                    return found;
                });
    }

    private Optional<String> text(Attribute attribute, int longest) {
        boolean isText = attribute.getSize() == 1 && attribute.getJavaType() == String.class;
        return isText && attribute.getSizeInBytes() <= longest
                ? texts.of(attribute).stream().filter(text -> text.length() <= longest).findFirst()
                : Optional.empty();
    }

    private Optional<Attribute> attribute(String group, String name) {
        return Optional.ofNullable(tree.groups().get(group))
                .map(Group::getAttributes)
                .map(attributes -> attributes.get(name));
    }

    @Override
    public void close() {
        file.close();
    }
}
