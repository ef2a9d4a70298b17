package dev.fer4j.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFailureTest {

    @TempDir private Path folder;

    @Test
    void exceptionsOfTheFileSystemAreNamedByTheirFile() {
        assertThat(FileFailure.message(new NoSuchFileException("a/b")))
                .startsWith("a/b: does not exist");
        assertThat(FileFailure.message(new AccessDeniedException("a")))
                .startsWith("a: access denied");
        assertThat(FileFailure.message(new NotDirectoryException("a")))
                .startsWith("a: is not a folder");
        assertThat(FileFailure.message(new FileAlreadyExistsException("a")))
                .startsWith("a: exists already");
        assertThat(FileFailure.message(new DirectoryNotEmptyException("a")))
                .startsWith("a: exists already");
        assertThat(FileFailure.message(new FileSystemLoopException("a")))
                .startsWith("a: is a link");
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, the disk is full",
        "There is not enough space on the disk, the disk is full",
        "Disk quota exceeded, your quota",
        "Read-only file system, is on a disk that cannot be written to",
        "File name too long, has a name that is too long",
        "Is a directory, is a folder",
        "Not a directory, is not a folder",
        "Too many levels of symbolic links, is a link",
        "Too many open files, too many files",
        "Input/output error, the disk reported",
        "Operation not permitted, access denied",
        "Something new, Something new"
    })
    void reasonsOfTheSystemAreSentences(String reason, String sentence) {
        assertThat(FileFailure.message(new FileSystemException("a.csv", null, reason)))
                .startsWith("a.csv: " + sentence);
        assertThat(FileFailure.message(new IOException(reason))).startsWith(sentence);
    }

    @Test
    void temporaryFileIsNamedByTheFileThatItBecomes() {
        String part = ".my.x.csv.8ad34152-1111-2222-3333-444455556666.part";
        assertThat(FileFailure.message(new NoSuchFileException("/proc/" + part)))
                .startsWith("/proc/my.x.csv: ");
        assertThat(FileFailure.message(new FileSystemException(part, "my.x.csv", "Is a directory")))
                .startsWith("my.x.csv: is a folder");
    }

    @Test
    void otherFailuresSayWhatTheyKnowInOneLine() {
        assertThat(FileFailure.message(new EOFException())).contains("EOFException");
        assertThat(FileFailure.message(new MalformedInputException(1))).contains("UTF-8");
        assertThat(FileFailure.message(new NoSuchFileException("a\n\u001b[2Jb")))
                .startsWith("a\\u000a\\u001b[2Jb: ");
    }

    @Test
    void whatTheDiskReallyThrowsIsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        IOException below =
                catchThrowableOfType(
                        IOException.class, () -> WholeFile.writeString(file.resolve("x"), ""));
        assertThat(FileFailure.message(below)).startsWith(file.toString()).endsWith(")");
        IOException onto =
                catchThrowableOfType(IOException.class, () -> WholeFile.writeString(folder, ""));
        assertThat(FileFailure.message(onto)).startsWith(folder + ": is a folder");
        IOException unread =
                catchThrowableOfType(
                        IOException.class, () -> Files.readString(folder.resolve("no")));
        assertThat(FileFailure.message(unread))
                .startsWith(folder.resolve("no") + ": does not exist");
    }
}
