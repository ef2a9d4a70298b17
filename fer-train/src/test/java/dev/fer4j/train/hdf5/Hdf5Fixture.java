package dev.fer4j.train.hdf5;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Small HDF5 files of unusual content, which Debian 12's python3-h5py 3.7.0 made by
 *
 * <pre>
 * /usr/bin/python3 fer-benchmarks/peers/hdf5_files.py hostile fer-train/src/test/resources/hdf5
 * </pre>
 */
public final class Hdf5Fixture {

    private static final Path FOLDER = Path.of("src/test/resources/hdf5");

    private Hdf5Fixture() {}

    /** A file, unpacked into a folder. */
    public static Path file(String name, Path folder) throws IOException {
        Path unpacked = folder.resolve(name + ".h5");
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name + ".h5.gz")))) {
            Files.copy(in, unpacked);
        }
        return unpacked;
    }
}
