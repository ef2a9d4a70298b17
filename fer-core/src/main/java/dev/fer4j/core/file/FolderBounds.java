package dev.fer4j.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that files named by a list lie inside its folder, also after links are resolved, since the
 * list may come from a third party. For one thread.
 */
public final class FolderBounds {

    private final Path folder;
    private final Map<Path, Boolean> parents = new HashMap<>();

    /**
     * Checks files against a folder.
     *
     * @param folder may be a link, and need not exist
     */
    public FolderBounds(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Returns what is wrong with a file's place, to follow its name in a sentence; empty if it lies
     * inside the folder. A file that does not exist lies where its name says.
     */
    public Optional<String> problem(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            return Optional.of("does not lie inside " + folder);
        }
        Boolean known = parents.get(path.getParent());
        boolean parentIsInside = known == null ? isInside(path.getParent()) : known;
        parents.put(path.getParent(), parentIsInside);
        return parentIsInside && (!Files.isSymbolicLink(path) || isInside(path))
                ? Optional.empty()
                : Optional.of("is a link that leads outside " + folder);
    }

    private boolean isInside(Path path) throws IOException {
        Path existing = path;
        while (existing.startsWith(folder)) {
            try {
                return existing.toRealPath().startsWith(folder.toRealPath());
            } catch (NoSuchFileException e) {
                existing = existing.getParent();
            }
        }
        return true;
    }
}
