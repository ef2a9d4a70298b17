package dev.fer4j.core.file;

import dev.fer4j.core.text.VisibleText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in a sentence what a file system refused, since the messages of {@link IOException} are
 * often only a path.
 */
public final class FileFailure {

    /** What was refused, and the likely remedy. */
    private record Reason(String cause, String mend) {}

    private static final Reason FULL =
            new Reason("the disk is full", "free some space, or choose another disk");
    private static final Reason QUOTA =
            new Reason(
                    "your quota of disk space is used up", "delete files, or choose another disk");
    private static final Reason READ_ONLY =
            new Reason("is on a disk that cannot be written to", "choose another folder");
    private static final Reason LONG =
            new Reason("has a name that is too long for this disk", "choose a shorter name");
    private static final Reason FOLDER = new Reason("is a folder", "give the name of a file in it");
    private static final Reason NO_FOLDER =
            new Reason(
                    "is not a folder, or lies below a file", "correct its name, or choose another");
    private static final Reason DENIED =
            new Reason("access denied", "change its permissions, or choose another place");
    private static final Reason MISSING =
            new Reason(
                    "does not exist, or cannot be created there",
                    "correct its name, or choose another place");
    private static final Reason EXISTS =
            new Reason(
                    "exists already and is not what is needed", "move it, or choose another name");
    private static final Reason LOOP =
            new Reason("is a link that leads back to itself", "remove the link");
    private static final Reason MANY_FILES =
            new Reason("too many files are open", "raise the limit with ulimit -n");
    private static final Reason HARDWARE =
            new Reason(
                    "the disk reported an error", "copy your files to another disk and examine it");

    /** The name that {@link WholeFile} gives to a file until it is complete. */
    private static final Pattern PART = Pattern.compile("(.*/|)\\.([^/]+)\\.[0-9a-f-]{36}\\.part");

    private FileFailure() {}

    /**
     * Describes a failure in one line: the file, if it is known, what failed, and the likely
     * remedy.
     */
    public static String message(IOException failure) {
        Optional<String> file =
                failure instanceof FileSystemException named
                        ? Optional.ofNullable(named.getFile()).map(FileFailure::meant)
                        : Optional.empty();
        Optional<Reason> reason = reason(failure);
        String text =
                reason.map(
                                known ->
                                        file.map(name -> name + ": ").orElse("")
                                                + known.cause()
                                                + " ("
                                                + known.mend()
                                                + ")")
                        .orElseGet(() -> unknown(failure, file));
        return VisibleText.line(text);
    }

    /** Whether a failure that names no file says that the disk is full or broken. */
    static boolean isOfTheDisk(IOException failure) {
        return !(failure instanceof FileSystemException)
                && told(failure.getMessage())
                        .filter(List.of(FULL, QUOTA, READ_ONLY, HARDWARE)::contains)
                        .isPresent();
    }

    private static String unknown(IOException failure, Optional<String> file) {
        String why =
                failure instanceof FileSystemException named
                        ? named.getReason()
                        : failure.getMessage();
        if (why == null || why.isBlank()) {
            why = "cannot be read or written: " + failure.getClass().getSimpleName();
        }
        return file.isPresent() && !why.startsWith(file.get()) ? file.get() + ": " + why : why;
    }

    /** The user's file, of which a temporary one may have been written. */
    private static String meant(String file) {
        Matcher part = PART.matcher(file);
        return part.matches() ? part.group(1) + part.group(2) : file;
    }

    private static Optional<Reason> reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return Optional.of(MISSING);
        }
        if (failure instanceof AccessDeniedException) {
            return Optional.of(DENIED);
        }
        if (failure instanceof NotDirectoryException) {
            return Optional.of(NO_FOLDER);
        }
        if (failure instanceof FileAlreadyExistsException
                || failure instanceof DirectoryNotEmptyException) {
            return Optional.of(EXISTS);
        }
        if (failure instanceof FileSystemLoopException || failure instanceof NotLinkException) {
            return Optional.of(LOOP);
        }
        if (failure instanceof CharacterCodingException) {
            return Optional.of(new Reason("a text file is not UTF-8", "save it as UTF-8"));
        }
        return told(
                failure instanceof FileSystemException named
                        ? named.getReason()
                        : failure.getMessage());
    }

    /** What the operating system says. */
    private static Optional<Reason> told(String text) {
        String told = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (told.contains("no space left") || told.contains("not enough space")) {
            return Optional.of(FULL);
        }
        if (told.contains("quota")) {
            return Optional.of(QUOTA);
        }
        if (told.contains("read-only file system")) {
            return Optional.of(READ_ONLY);
        }
        if (told.contains("name too long")) {
            return Optional.of(LONG);
        }
        if (told.contains("is a directory")) {
            return Optional.of(FOLDER);
        }
        if (told.contains("not a directory")) {
            return Optional.of(NO_FOLDER);
        }
        if (told.contains("too many levels of symbolic links")) {
            return Optional.of(LOOP);
        }
        if (told.contains("too many open files")) {
            return Optional.of(MANY_FILES);
        }
        if (told.contains("input/output error")) {
            return Optional.of(HARDWARE);
        }
        if (told.contains("operation not permitted") || told.contains("permission denied")) {
            return Optional.of(DENIED);
        }
        return Optional.empty();
    }
}
