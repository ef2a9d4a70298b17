package dev.fer4j.train.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the newest checkpoint in each folder of a folder, and prints what it finds. */
final class HostileProgram {

    private HostileProgram() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(Path.of(arguments[0]))) {
            folders = found.sorted().toList();
        }
        for (Path folder : folders) {
            try (CheckpointStore store = CheckpointFixture.open(folder)) {
                System.out.println(
                        folder.getFileName()
                                + " "
                                + CheckpointFixture.newest(store)
                                + " skipped "
                                + store.skipped());
            }
        }
        System.out.println("done");
    }
}
