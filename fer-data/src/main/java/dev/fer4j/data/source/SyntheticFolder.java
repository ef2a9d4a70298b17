package dev.fer4j.data.source;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.internal.ImageFolder;
import dev.fer4j.data.source.internal.IndexLines;
import dev.fer4j.data.source.internal.Names;
import dev.fer4j.data.source.internal.SyntheticLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A folder of images that a generator made from frames of recordings (paper, section 2: six from
 * one random frame of each training recording), with {@code synthetic.jsonl} at its root, one line
 * per image:
 *
 * <pre>
 * {"file":"39-A01-J/0.png","parentRecording":"39-A01-J","parentFrame":3,"generator":"toy","seed":123}
 * </pre>
 *
 * <p>{@code parentFrame} is optional: the index, from 0, of the decoded frame of the recording that
 * the image was made from. Label, participant, ad, category, demographics, rights and groups are
 * those of the parent recording. Files named {@code projection.png} or {@code sheet.png} that no
 * line refers to show how images were made, and are not problems. Immutable.
 */
public final class SyntheticFolder implements DataSource {

    private static final Set<String> PICTURES = Set.of("projection.png", "sheet.png");
    private static final String MEND = "the generator must write a line for each image";

    private final Path folder;
    private final DataSource parents;
    private final String source;

    SyntheticFolder(Path folder, DataSource parents) {
        this(folder.toAbsolutePath().normalize(), parents, "stylegan2");
    }

    private SyntheticFolder(Path folder, DataSource parents, String source) {
        Names.checkFolderName("source name", source);
        this.folder = folder;
        this.parents = requireNonNull(parents);
        this.source = source;
    }

    /** Returns a copy with a source name other than {@code stylegan2}. */
    public SyntheticFolder withSource(String name) {
        return new SyntheticFolder(folder, parents, name);
    }

    /**
     * Lists the images in the order of {@code synthetic.jsonl}.
     *
     * @throws InputException if the folder or {@code synthetic.jsonl} is missing or empty, or the
     *     parents cannot be listed
     */
    @Override
    public SourceListing list() throws IOException {
        ImageFolder images = ImageFolder.open(folder, "synthetic.jsonl", MEND);
        List<String> lines = IndexLines.read(images.index(), MEND);
        SourceListing parentListing = parents.list();
        Map<String, Recording> recordings =
                parentListing.recordings().stream()
                        .collect(Collectors.toMap(Recording::id, Function.identity()));
        StillIds stills = new StillIds(source, folder);
        for (int i = 0; i < lines.size(); i++) {
            String where = images.where(i + 1);
            Optional<SyntheticLine> line =
                    IndexLines.parse(lines.get(i), SyntheticLine.class, where, images);
            if (line.isEmpty()) {
                continue;
            }
            Optional<Path> file = images.find(line.get().file().replace('\\', '/'), where);
            Optional<Recording> parent =
                    Optional.ofNullable(recordings.get(line.get().parentRecording()));
            if (parent.isEmpty()) {
                images.report(
                        Problem.Kind.DANGLING_REFERENCE,
                        where,
                        parentListing.source()
                                + " has no usable recording '"
                                + line.get().parentRecording()
                                + "', which "
                                + line.get().file()
                                + " was made from");
            } else if (file.isPresent()) {
                stills.add(still(line.get(), file.get(), parent.get()), where);
            }
        }
        List<Still> resolved = stills.resolve(images);
        return new SourceListing(source, folder, List.of(), resolved, images.problems(PICTURES));
    }

    private Still still(SyntheticLine line, Path file, Recording parent) {
        return new Still(
                source + "/" + RelativePath.of(folder, file),
                file,
                parent.label(),
                parent.participant(),
                source + "/" + parent.id(),
                parent.ad(),
                parent.category(),
                new Origin.Synthetic(
                        parent.id(), line.parentFrame(), line.generator(), line.seed()),
                parent.demographics(),
                parent.rights(),
                parent.groups());
    }
}
