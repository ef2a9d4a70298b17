package dev.fer4j.train.doctor;

import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Checks that a folder is writable and has enough space. */
final class FolderCheck {

    private FolderCheck() {}

    /**
     * Writes and deletes a file, creating the folder if necessary.
     *
     * @param enough the space that is needed, in bytes
     * @param another how the user can choose another folder
     */
    static MachineFinding of(String subject, Path folder, long enough, String another) {
        long free;
        try {
            WholeFile.tryIn(folder);
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return MachineFinding.problem(
                    subject, folder + " cannot be written to: " + e.getMessage(), another);
        }
        String found =
                String.format(Locale.ROOT, "%s, %.1f GiB free", folder, free / (double) (1L << 30));
        return free >= enough
                ? MachineFinding.ok(subject, found)
                : MachineFinding.warning(
                        subject,
                        String.format(
                                Locale.ROOT,
                                "%s, and %.1f GiB are needed",
                                found,
                                enough / (double) (1L << 30)),
                        "free some space, or " + another);
    }
}
