package dev.fer4j.data.source.internal;

import dev.fer4j.core.Problem;
import dev.fer4j.core.file.SystemFiles;
import dev.fer4j.data.internal.RelativePath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies below a folder, at any depth. Links to files and folders are followed wherever they
 * lead, but no folder is entered twice: first the folders that are no links are entered, then the
 * links in natural order. The folder itself may be a link.
 *
 * @param files everything that is not a folder, including pipes and dangling links, without {@link
 *     SystemFiles}; in natural order of their paths
 * @param notEntered the folders that were not entered and the dangling links that may have led to
 *     folders, in the order in which they were found
 */
public record FolderTree(List<Path> files, List<NotEntered> notEntered) {

    /**
     * A folder that was not entered.
     *
     * @param kind {@link Problem.Kind#UNUSED} if no file is lost by it
     * @param cause why
     * @param mend the likely remedy; may be empty
     */
    public record NotEntered(Path folder, Problem.Kind kind, String cause, String mend) {

        /**
         * Returns the problem.
         *
         * @param subject the folder's name in it
         */
        public Problem problem(String subject) {
            return new Problem(kind, subject, cause, mend);
        }
    }

    public FolderTree {
        files = List.copyOf(files);
        notEntered = List.copyOf(notEntered);
    }

    /** Lists a folder, following links. */
    public static FolderTree of(Path folder) throws IOException {
        Walk walk = new Walk(folder);
        walk.enter(folder);
        while (!walk.links.isEmpty()) {
            walk.follow(walk.links.remove());
        }
        return walk.tree();
    }

    /** Lists a folder without entering links to folders, each of which is named as not entered. */
    public static FolderTree withoutLinks(Path folder) throws IOException {
        Walk walk = new Walk(folder);
        walk.enter(folder);
        for (Path link : walk.links) {
            walk.leaveOut(link, "is a link to a folder, which is not searched");
        }
        return walk.tree();
    }

    private static final class Walk {

        private final List<Path> files = new ArrayList<>();
        private final List<NotEntered> notEntered = new ArrayList<>();
        private final Deque<Path> links = new ArrayDeque<>();
        private final Map<Path, Path> entered = new HashMap<>();
        private final Path root;

        Walk(Path root) {
            this.root = root;
        }

        void enter(Path folder) throws IOException {
            List<Path> children;
            try {
                Path before = entered.putIfAbsent(folder.toRealPath(), folder);
                if (before != null) {
                    leaveOut(folder, readAs(before));
                    return;
                }
                children = Folders.children(folder);
            } catch (AccessDeniedException e) {
                notEntered.add(
                        new NotEntered(
                                folder,
                                Problem.Kind.UNREADABLE,
                                "is a folder that cannot be opened",
                                "check its permissions and run again"));
                return;
            }
            for (Path child : children) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    enter(child);
                } else if (Files.isDirectory(child)) {
                    links.add(child);
                } else if (Folders.isDanglingLink(child) && Folders.hasNoEnding(child)) {
                    notEntered.add(
                            new NotEntered(
                                    child,
                                    Problem.Kind.MISSING,
                                    "is a dangling link",
                                    "restore what it leads to, or remove it"));
                } else {
                    files.add(child);
                }
            }
        }

        void follow(Path link) throws IOException {
            Path target = link.toRealPath();
            if (link.getParent().toRealPath().startsWith(target)) {
                leaveOut(link, "is a link to a folder that contains it");
            } else if (entered.containsKey(target)) {
                leaveOut(link, readAs(entered.get(target)));
            } else {
                enter(link);
            }
        }

        private String readAs(Path folder) {
            return folder.equals(root)
                    ? "leads to the folder itself, which is read already"
                    : "leads to a folder that is read already, as " + RelativePath.of(root, folder);
        }

        void leaveOut(Path folder, String cause) {
            notEntered.add(new NotEntered(folder, Problem.Kind.UNUSED, cause, ""));
        }

        FolderTree tree() {
            files.sort(Comparator.comparing(Path::toString, new NaturalOrder()));
            return new FolderTree(files, notEntered);
        }
    }
}
