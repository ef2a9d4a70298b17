package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where commands write, and what happens where they cannot. */
class OutputTest {

    @TempDir private Path folder;
    private Path image;
    private Path file;

    @BeforeEach
    void writeInputs() throws IOException {
        image = folder.resolve("a.png");
        ImageFiles.writePng(image, new RgbImage(8, 8, new byte[8 * 8 * 3]));
        file = Files.writeString(folder.resolve("file"), "kept");
    }

    private List<String> content() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.map(path -> folder.relativize(path).toString()).sorted().toList();
        }
    }

    /** Commands without their output; the first word says whether that is a file or a folder. */
    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("file", "augment", "IMAGE", "--out"),
                List.of("file", "predict", "FILE", "IMAGE", "--out"),
                List.of("file", "weights", "export", "FILE", "--out"),
                List.of("file", "weights", "import", "FILE", "--profile", "KERAS", "--out"),
                List.of("folder", "explain", "FILE", "IMAGE", "--out"),
                List.of("folder", "project", "FILE", "IMAGE", "--out"),
                List.of("folder", "sample", "FILE", "--out"),
                List.of("folder", "generate", "FILE", "--out"),
                List.of("folder", "synthesize", "FILE", "--manifest", "FILE", "--out"),
                List.of("folder", "gan-train", "--manifest", "FILE", "--out"),
                List.of("folder", "study", "--epochs", "1", "--out"),
                List.of("folder", "train", "--epochs", "1", "--out"),
                List.of("folder", "toy"));
    }

    private FerRun run(List<String> command, String out) {
        List<String> arguments = new ArrayList<>();
        for (String argument : command.subList(1, command.size())) {
            arguments.add(
                    switch (argument) {
                        case "IMAGE" -> image.toString();
                        case "FILE" -> file.toString();
                        default -> argument;
                    });
        }
        arguments.add(out);
        return FerRun.of(arguments.toArray());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void outputThatCannotBeIsRefusedAndNothingIsWritten(List<String> command) throws IOException {
        List<String> before = content();
        boolean isFile = command.get(0).equals("file");
        List<String> outs = new ArrayList<>(List.of(file.resolve("below").toString()));
        outs.addAll(isFile ? List.of("/", ".", "..", folder.toString()) : List.of(file.toString()));
        for (String out : outs) {
            FerRun run = run(command, out);
            assertThat(run.status()).as(out).isEqualTo(1);
            assertThat(run.err()).startsWith("fer: " + out + ": ").hasLineCount(1);
        }
        FerRun unnamed = run(command, "");
        assertThat(unnamed.status()).isEqualTo(2);
        assertThat(unnamed.err()).contains("the name of a file or folder is empty");
        assertThat(content()).isEqualTo(before);
        assertThat(file).hasContent("kept");
    }

    @Test
    void whatIsReadIsNotReplaced() throws IOException {
        byte[] before = Files.readAllBytes(image);
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), image);
        for (List<String> command : commands().toList()) {
            if (command.get(0).equals("file")) {
                Path read = command.contains("IMAGE") ? image : file;
                assertThat(run(command, read.toString()).status()).as("%s", command).isEqualTo(1);
            }
        }
        assertThat(run(List.of("file", "augment", "IMAGE", "--out"), link.toString()).status())
                .isEqualTo(1);
        assertThat(image).hasBinaryContent(before);
        assertThat(file).hasContent("kept");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    /** Folders that have files of others, for the commands that make a folder of results. */
    @Test
    void foldersWithFilesOfOthersAreRefusedAndLeftAsTheyAre() throws IOException {
        stills("a");
        Path out = folder.resolve("theirs");
        Path theirs = Files.createDirectories(out.resolve("checkpoints/resnet50"));
        Files.writeString(theirs.resolve("epoch90.pt"), "mine");
        Files.writeString(out.resolve("report.md"), "mine");
        List<String> before = content();
        String stills = folder.resolve("stills").toString();
        for (String command : List.of("study", "train", "gan-train")) {
            FerRun run =
                    command.equals("gan-train")
                            ? FerRun.of(command, "--youtube", stills, "--out", out)
                            : FerRun.of(command, "--toy-scale", "smallest", "--out", out);
            assertThat(run.status()).as(run.err()).isEqualTo(1);
            assertThat(run.err()).contains("checkpoints, report.md", "--force");
        }
        assertThat(content()).isEqualTo(before);
        assertThat(out.resolve("report.md")).hasContent("mine");
    }

    @Test
    void workingFoldersThatAreOneAreRefused() throws IOException {
        stills("a");
        Path out = Files.createDirectory(folder.resolve("linked"));
        Path one = Files.createDirectory(folder.resolve("one"));
        Files.createSymbolicLink(out.resolve("cache"), one);
        Files.createSymbolicLink(out.resolve("checkpoints"), one);
        List<String> before = content();
        String stills = folder.resolve("stills").toString();
        assertThat(FerRun.of("gan-train", "--youtube", stills, "--out", out, "--force").err())
                .contains("is the same folder as");
        assertThat(FerRun.of("study", "--toy-scale", "smallest", "--out", out, "--force").err())
                .contains("is the same folder as");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void refusedCommandsLeaveNothing() throws IOException {
        List<String> before = content();
        Path out = folder.resolve("new");
        for (List<String> command : commands().toList()) {
            if (!command.contains("--epochs") && !command.contains("toy")) {
                List<String> bad =
                        command.stream().map(word -> word.equals("IMAGE") ? "FILE" : word).toList();
                if (!bad.contains("gan-train")) {
                    assertThat(run(bad, out.toString()).status()).as("%s", bad).isEqualTo(1);
                }
            }
        }
        String nowhere = folder.resolve("nowhere").toString();
        for (String command : List.of("study", "train", "gan-train")) {
            assertThat(FerRun.of(command, "--baseline", nowhere, "--out", out).status())
                    .as(command)
                    .isEqualTo(1);
        }
        assertThat(FerRun.of("gan-train", "--manifest", nowhere, "--out", out).status())
                .isEqualTo(1);
        assertThat(content()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "score", "describe", "augment --print-policy"})
    void standardOutputThatCannotBeWrittenIsAFailure(String command) throws IOException {
        Path scores = Files.writeString(folder.resolve("s.csv"), "label,score\n1,0.9\n0,0.2\n");
        List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
        if (command.equals("score")) {
            arguments.add(scores.toString());
        } else if (command.equals("describe")) {
            stills("a");
            arguments.add(folder.resolve("stills").toString());
        }
        StringWriter err = new StringWriter();
        int status =
                Fer.run(
                        new PrintWriter(new Full()),
                        new PrintWriter(err),
                        arguments.toArray(String[]::new));
        assertThat(status).as(err.toString()).isEqualTo(1);
        assertThat(err.toString()).startsWith("fer: standard output: ").hasLineCount(1);
    }

    /** A disk that is full. */
    private static final class Full extends FilterWriter {
        Full() {
            super(Writer.nullWriter());
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    /** Stills of which one is missing, whose person and file have a given ending. */
    private Path stills(String ending) throws IOException {
        Path stills = Files.createDirectories(folder.resolve("stills"));
        Files.copy(image, stills.resolve("1.png"));
        Files.writeString(
                stills.resolve("labels.csv"),
                "file,person,label\n1.png,p,interested\n\"x"
                        + ending
                        + ".png\",\"q"
                        + ending
                        + "\",interested\n");
        return stills;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\n", "\u202e", "\u0000", "\u009b31m", "\u007f", "\r"})
    void namesDoNotActOnTheTerminal(String ending) throws IOException {
        Path stills = stills(ending);
        FerRun text = FerRun.of("describe", stills);
        assertThat(text.out()).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202e]");
        assertThat(text.out()).containsPattern("x\\\\u00..|x\\\\u202e");
        FerRun json = FerRun.of("describe", stills, "--json");
        assertThat(json.out()).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202e]");
        JsonNode read = json.json();
        assertThat(read.toString()).contains("labels.csv");
        FerRun error = FerRun.of("score", folder.resolve("no").toString() + "\u001b[2J");
        assertThat(error.err()).contains("no\\u001b[2J: ").doesNotContain("\u001b");
    }
}
