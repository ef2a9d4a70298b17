package dev.fer4j.data.manifest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.FileNames;
import dev.fer4j.core.file.PortablePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The paths of images in a published table, which say nothing about the machine. An image below the
 * parent of the table's folder has its path relative to the table. Any other is named by its
 * source, followed by its path relative to the folder that contains all such images of the source.
 */
final class CroissantPaths {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Path home;
    private final Path anchor;

    /** The common folder of each source's images that lie elsewhere. */
    private final Map<String, Path> folders = new TreeMap<>();

    /** The media types of these images. */
    private final Map<String, Set<String>> types = new TreeMap<>();

    /**
     * Determines the folders.
     *
     * @param home the table's folder
     */
    CroissantPaths(Path home, List<Manifest> manifests) {
        this.home = home;
        this.anchor = home.getParent() == null ? home : home.getParent();
        for (Manifest manifest : manifests) {
            manifest.samples().stream().filter(this::isElsewhere).forEach(this::add);
        }
    }

    private boolean isElsewhere(Sample sample) {
        return !sample.file().normalize().startsWith(anchor);
    }

    private void add(Sample sample) {
        Path file = sample.file().normalize();
        folders.merge(sample.source(), file.getParent(), CroissantPaths::common);
        types.computeIfAbsent(sample.source(), source -> new TreeSet<>()).add(type(file));
    }

    /** The deepest folder that contains both; a root if they have nothing in common. */
    private static Path common(Path first, Path second) {
        Path folder = first;
        while (folder.getParent() != null && !second.startsWith(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The image's path in the table. */
    String of(Sample sample) {
        Path file = sample.file().normalize();
        if (!isElsewhere(sample)) {
            return PortablePath.of(home.relativize(file));
        }
        Path folder = folders.get(sample.source());
        // Below a root, a relative path is the whole path.
        boolean tells = folder.getParent() == null;
        return name(sample.source())
                + "/"
                + PortablePath.of(tells ? file.getFileName() : folder.relativize(file));
    }

    /** A container for each source with images elsewhere, in the order of their names. */
    List<ObjectNode> fileSets() {
        List<ObjectNode> sets = new ArrayList<>();
        for (Map.Entry<String, Set<String>> source : types.entrySet()) {
            String name = name(source.getKey());
            ObjectNode set =
                    NODES.objectNode()
                            .put("@type", "cr:FileSet")
                            .put("@id", "images/" + name)
                            .put("name", name)
                            .put(
                                    "description",
                                    "The images of source "
                                            + source.getKey()
                                            + ", which are not beside the table: paths in it are"
                                            + " relative to a folder "
                                            + name
                                            + " that contains them.");
            if (source.getValue().size() == 1) {
                set.put("encodingFormat", source.getValue().iterator().next());
            } else {
                source.getValue().forEach(set.putArray("encodingFormat")::add);
            }
            sets.add(set.put("includes", name + "/**"));
        }
        return sets;
    }

    private static String name(String source) {
        return FileNames.problem(source).isEmpty() ? source : FileNames.id(source);
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "jpg", "jpeg" -> "image/jpeg";
            case "bmp" -> "image/bmp";
            case "webp" -> "image/webp";
            default -> "image/png";
        };
    }
}
