package dev.fer4j.train.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.InputException;
import dev.fer4j.train.hdf5.Hdf5Dataset;
import dev.fer4j.train.hdf5.Hdf5File;
import dev.fer4j.train.hdf5.Hdf5Fixture;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that claim to be huge, read in a JVM with little memory. */
class HostileFileTest {

    @TempDir private Path folder;

    /** What the small JVM runs: a line for each file. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] paths) throws IOException {
            for (String path : paths) {
                if (path.endsWith(".h5")) {
                    readHdf5(Path.of(path));
                    continue;
                }
                try (SafetensorsFile file = SafetensorsFile.open(Path.of(path))) {
                    System.out.println("opened " + file.tensors().size());
                } catch (InputException e) {
                    System.out.println("refused");
                }
            }
        }
    }

    private static void readHdf5(Path path) throws IOException {
        try (Hdf5File file = Hdf5File.open(path)) {
            file.datasets().values().forEach(Hdf5Dataset::floats);
            System.out.println("opened " + file.datasets().size());
        } catch (InputException e) {
            System.out.println("refused");
        }
    }

    /** Mostly a hole, so that it is large and costs nothing. */
    private String sparse(String name, long headerLength, String header, long size)
            throws IOException {
        Path path = folder.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(headerLength)
                            .array());
            file.write(header.getBytes(UTF_8));
            file.setLength(size);
        }
        return path.toString();
    }

    @Test
    void costNoMoreThanTheirHeader() throws IOException, InterruptedException {
        long giga = 1L << 30;
        String tensor = "{\"a\":{\"dtype\":\"U8\",\"shape\":[%s],\"data_offsets\":[0,%s]}}";
        String honest = String.format(tensor, 4 * giga, 4 * giga);
        String nested = "{\"a\":" + "[".repeat(1_000_000) + "}";
        String number = "{\"a\":{\"shape\":[" + "9".repeat(1_000_000) + "]}}";
        String spaces = "{" + " ".repeat(8_000_000) + "}";
        String claims = String.format(tensor, Long.MAX_VALUE, Long.MAX_VALUE);
        List<String> paths =
                List.of(
                        sparse("header of 3 GB", 3 * giga, "{", 4 * giga),
                        sparse("header of 9 MB", 9_000_000, "{", 10_000_000),
                        sparse("zeros", 8_000_000, "{", 8_000_008),
                        sparse("nested", nested.length(), nested, 8 + nested.length()),
                        sparse("number", number.length(), number, 8 + number.length()),
                        sparse("claims", claims.length(), claims, 100 + claims.length()),
                        sparse("spaces", spaces.length(), spaces, 8 + spaces.length()),
                        sparse("honest", honest.length(), honest, 8 + honest.length() + 4 * giga),
                        Hdf5Fixture.file("nested", folder).toString(),
                        Hdf5Fixture.file("bomb", folder).toString(),
                        Hdf5Fixture.file("sparse", folder).toString(),
                        Hdf5Fixture.file("packed", folder).toString());
        Process process =
                new ProcessBuilder(
                                java.util.stream.Stream.concat(
                                                java.util.stream.Stream.of(
                                                        Path.of(
                                                                        System.getProperty(
                                                                                "java.home"),
                                                                        "bin",
                                                                        "java")
                                                                .toString(),
                                                        "-Xmx256m",
                                                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                                                        "-cp",
                                                        System.getProperty("java.class.path"),
                                                        Reader.class.getName()),
                                                paths.stream())
                                        .toList())
                        .redirectErrorStream(true)
                        .start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        assertThat(lines)
                .containsExactly(
                        "refused",
                        "refused",
                        "refused",
                        "refused",
                        "refused",
                        "refused",
                        "opened 0",
                        "opened 1",
                        "refused",
                        "refused",
                        "refused",
                        "opened 1");
    }
}
