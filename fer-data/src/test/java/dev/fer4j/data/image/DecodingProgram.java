package dev.fer4j.data.image;

import dev.fer4j.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Decodes all files of a folder, and prints the number of images. */
final class DecodingProgram {

    private DecodingProgram() {}

    public static void main(String[] arguments) throws IOException {
        int images = 0;
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            try {
                ImageFiles.read(file);
                images++;
            } catch (InputException e) {
                // Refused, which is as good.
            }
        }
        System.out.print(images + " of " + files.size());
    }
}
