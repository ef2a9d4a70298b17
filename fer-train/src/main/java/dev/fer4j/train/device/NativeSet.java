package dev.fer4j.train.device;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One variant of PyTorch's native libraries on the class path, such as the one for the CPU.
 *
 * @param flavour the variant's name, such as {@code cpu} or {@code cu124}
 * @param classifier the system that it is for, such as {@code linux-x86_64}
 * @param folder the name of the folder that DJL unpacks it to
 * @param libraries where each library is, by the name of its file
 */
record NativeSet(String flavour, String classifier, String folder, Map<String, URL> libraries) {

    private static final Logger LOG = LoggerFactory.getLogger(NativeSet.class);

    NativeSet {
        requireNonNull(flavour);
        requireNonNull(classifier);
        requireNonNull(folder);
        libraries = ImmutableMap.copyOf(libraries);
    }

    /**
     * Lists the variants for all systems.
     *
     * @throws IOException if the class path cannot be read
     */
    static List<NativeSet> find(ClassLoader loader) throws IOException {
        List<NativeSet> sets = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources("native/lib/pytorch.properties"))) {
            Properties properties = new Properties();
            try (InputStream in = url.openStream()) {
                properties.load(in);
            }
            // DJL's placeholders, which stand for a download, have no libraries.
            if (properties.keySet().containsAll(Set.of("flavor", "classifier", "libraries"))) {
                sets.add(of(loader, properties));
            }
        }
        return sets;
    }

    private static NativeSet of(ClassLoader loader, Properties properties) {
        String flavour = properties.getProperty("flavor");
        String classifier = properties.getProperty("classifier");
        ImmutableMap.Builder<String, URL> libraries = ImmutableMap.builder();
        for (String name : Splitter.on(',').split(properties.getProperty("libraries"))) {
            URL library = loader.getResource("pytorch/" + flavour + "/" + classifier + "/" + name);
            if (library != null) {
                libraries.put(name, library);
            }
        }
        return new NativeSet(
                flavour,
                classifier,
                properties.getProperty("version") + "-" + flavour + "-" + classifier,
                libraries.buildOrThrow());
    }

    boolean isForCuda() {
        return flavour.startsWith("cu");
    }

    /** The CUDA runtime of the variant; empty in those for the CPU and on Windows. */
    Optional<URL> runtime() {
        return libraries.entrySet().stream()
                .filter(library -> library.getKey().startsWith("libcudart"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The space that the unpacked libraries need, in bytes, as far as it can be determined. */
    long bytes() {
        return libraries.values().stream().mapToLong(NativeSet::size).sum();
    }

    private static long size(URL library) {
        try {
            // Of a jar's entry, this is the size of its content.
            return Math.max(0, library.openConnection().getContentLengthLong());
        } catch (IOException e) {
            LOG.debug("{} has an unknown size", library, e);
            return 0;
        }
    }
}
