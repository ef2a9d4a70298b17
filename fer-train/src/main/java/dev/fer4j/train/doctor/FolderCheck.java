package dev.fer4j.train.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether a folder can be written to. */
final class FolderCheck {

    /** PyTorch's natives for the CPU, unpacked, and room to work. */
    private static final long ENOUGH = 1L << 30;

    private FolderCheck() {}

    /**
     * Writes a file and deletes it; the folder is created if necessary.
     *
     * @param another how to name another folder
     */
    static MachineFinding of(String subject, Path folder, String another) {
        long free;
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "fer4j", ".check"));
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return MachineFinding.problem(
                    subject, folder + " cannot be written to: " + e.getMessage(), another);
        }
        String found =
                String.format(Locale.ROOT, "%s, %.1f GiB free", folder, free / (double) (1L << 30));
        return free >= ENOUGH
                ? MachineFinding.ok(subject, found)
                : MachineFinding.warning(subject, found, "free some space, or " + another);
    }
}
