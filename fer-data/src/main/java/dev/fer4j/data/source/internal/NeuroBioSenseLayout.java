package dev.fer4j.data.source.internal;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.RelativePath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scans {@code Advertisement Categories} four levels deep and matches names against the layout.
 * Matching folders become clip folders, everything else becomes a problem.
 */
public final class NeuroBioSenseLayout {

    private final Path root;
    private final List<ClipFolder> clipFolders = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private NeuroBioSenseLayout(Path root) {
        this.root = root;
    }

    /**
     * Scans the folders.
     *
     * @param root the source's folder, to which file names in problems are relative
     */
    public static NeuroBioSenseLayout scan(Path root, Path categories) throws IOException {
        NeuroBioSenseLayout layout = new NeuroBioSenseLayout(root);
        for (Path folder : layout.foldersAmong(Folders.children(categories))) {
            layout.category(folder);
        }
        return layout;
    }

    public List<ClipFolder> clipFolders() {
        return List.copyOf(clipFolders);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void category(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        Optional<AdCategory> category = CategoryNames.find(name);
        if (category.isEmpty()) {
            report(
                    Problem.Kind.UNKNOWN_CATEGORY,
                    folder,
                    "does not match exactly one known category; its "
                            + clipsBelow(folder)
                            + " left out",
                    "did you mean " + CategoryNames.nearest(name) + "?");
            return;
        }
        for (Path child : nonEmpty(folder)) {
            Optional<String> participant = Viewing.participant(child.getFileName().toString());
            if (participant.isEmpty()) {
                misnamed(child, "a participant's number, like 39");
                continue;
            }
            participant(child, category.get(), participant.get());
        }
    }

    private void participant(Path folder, AdCategory category, String participant)
            throws IOException {
        for (Path child : nonEmpty(folder)) {
            Optional<String> ad = Viewing.ad(child.getFileName().toString());
            if (ad.isEmpty()) {
                misnamed(child, "an ad's number, like A01");
                continue;
            }
            Viewing viewing = new Viewing(participant, ad.get());
            for (Path emotion : nonEmpty(child)) {
                emotion(emotion, category, viewing);
            }
        }
    }

    private void emotion(Path folder, AdCategory category, Viewing viewing) throws IOException {
        Optional<List<Path>> children = children(folder);
        if (children.isEmpty()) {
            return;
        }
        List<Path> clips = new ArrayList<>();
        for (Path child : children.get()) {
            if (Files.isDirectory(child)) {
                misnamed(child, "a clip, not a folder");
            } else if (Folders.isVideo(child)) {
                clips.add(child);
            } else {
                stray(child);
            }
        }
        if (clips.isEmpty()) {
            report(Problem.Kind.EMPTY, folder, "holds no clip", "add its clips or remove it");
            return;
        }
        DistinctClips distinct = DistinctClips.of(clips);
        problems.addAll(distinct.problems(copy -> RelativePath.of(root, copy)));
        clipFolders.add(
                new ClipFolder(
                        category,
                        viewing,
                        folder.getFileName().toString(),
                        folder,
                        distinct.clips()));
    }

    private List<Path> nonEmpty(Path folder) throws IOException {
        Optional<List<Path>> children = children(folder);
        if (children.isEmpty()) {
            return List.of();
        }
        List<Path> folders = foldersAmong(children.get());
        if (folders.isEmpty()) {
            report(Problem.Kind.EMPTY, folder, "holds no folder", "add its clips or remove it");
        }
        return folders;
    }

    /** The contents of a folder; empty if it cannot be opened, which is recorded as a problem. */
    private Optional<List<Path>> children(Path folder) throws IOException {
        try {
            return Optional.of(Folders.children(folder));
        } catch (AccessDeniedException e) {
            report(
                    Problem.Kind.UNREADABLE,
                    folder,
                    "is a folder that cannot be opened",
                    "check its permissions and run again");
            return Optional.empty();
        }
    }

    private List<Path> foldersAmong(List<Path> children) {
        List<Path> folders = new ArrayList<>();
        for (Path child : children) {
            if (Files.isDirectory(child)) {
                folders.add(child);
            } else {
                stray(child);
            }
        }
        return folders;
    }

    private void stray(Path file) {
        if (Folders.isVideo(file)) {
            report(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    file,
                    "is a clip outside <category>/<participant>/<ad>/<emotion>/",
                    "move it into its emotion folder");
        } else if (Folders.isDanglingLink(file)) {
            report(
                    Problem.Kind.MISSING,
                    file,
                    "is a dangling link",
                    "restore what it leads to, or remove it");
        } else if (Folders.isOtherVideo(file)) {
            report(
                    Problem.Kind.UNREADABLE,
                    file,
                    "is a clip in an unsupported container; expected " + Folders.videoEndings(),
                    "convert it, or rename it if it is one of these");
        } else if (Folders.isHidden(file)) {
            report(
                    Problem.Kind.UNUSED,
                    file,
                    "is hidden, since its name begins with a dot",
                    "rename it if it is a clip");
        } else {
            report(
                    Problem.Kind.UNUSED,
                    file,
                    "does not have the extension of a clip",
                    "name it " + Folders.videoEndings() + " if it is one");
        }
    }

    private void misnamed(Path folder, String expected) throws IOException {
        report(
                Problem.Kind.UNEXPECTED_LAYOUT,
                folder,
                "expected here: " + expected + "; its " + clipsBelow(folder) + " left out",
                "rename or move it");
    }

    private static String clipsBelow(Path folder) throws IOException {
        long clips = FolderTree.of(folder).files().stream().filter(Folders::isVideo).count();
        return clips + (clips == 1 ? " clip is" : " clips are");
    }

    private void report(Problem.Kind kind, Path subject, String cause, String mend) {
        problems.add(new Problem(kind, RelativePath.of(root, subject), cause, mend));
    }
}
