package dev.fer4j.data.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.internal.RelativePath;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A folder of images that a generator made from frames of recordings (paper, section 2: six from
 * one random frame of each training recording), with {@code synthetic.jsonl} at its root, a line an
 * image:
 *
 * <pre>
 * {"file":"39-A01-J/0.png","parentRecording":"39-A01-J","parentFrame":3,"generator":"toy","seed":123}
 * </pre>
 *
 * <p>{@code parentFrame} is optional: which decoded frame of the recording, from 0, the image was
 * made from. Label, participant, ad, category, demographics and rights are the parent recording's.
 * Immutable.
 */
public final class SyntheticFolder implements DataSource {

    private static final String BYTE_ORDER_MARK = "\ufeff";

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

    /** With another name than {@code stylegan2}. */
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
        ImageFolder images =
                ImageFolder.open(
                        folder, "synthetic.jsonl", "let the generator write a line for each image");
        List<String> lines = lines(images.index());
        SourceListing parentListing = parents.list();
        Map<String, Recording> recordings =
                parentListing.recordings().stream()
                        .collect(Collectors.toMap(Recording::id, Function.identity()));
        StillIds stills = new StillIds();
        for (int i = 0; i < lines.size(); i++) {
            String where = images.where(i + 1);
            Optional<SyntheticLine> line = parse(lines.get(i), where, images);
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
        return new SourceListing(source, folder, List.of(), resolved, images.problems());
    }

    private static List<String> lines(Path index) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(index);
        } catch (CharacterCodingException e) {
            throw new InputException(
                    new Problem(
                            Problem.Kind.UNREADABLE,
                            index.toString(),
                            "is not UTF-8",
                            "save it again in UTF-8"),
                    e);
        }
        if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
            lines.set(0, lines.get(0).substring(1));
        }
        if (lines.stream().allMatch(String::isBlank)) {
            throw new InputException(
                    new Problem(
                            Problem.Kind.EMPTY,
                            index.toString(),
                            "has no line",
                            "let the generator write a line for each image"));
        }
        return lines;
    }

    private static Optional<SyntheticLine> parse(String text, String where, ImageFolder images) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(text, SyntheticLine.class, where));
        } catch (InputException e) {
            images.report(Problem.Kind.UNREADABLE, where, "is no line for an image: " + reason(e));
            return Optional.empty();
        }
    }

    /** Without the place, which the report names by itself. */
    private static String reason(InputException e) {
        return e.getCause() instanceof JsonProcessingException json
                ? json.getOriginalMessage().lines().findFirst().orElse("")
                : e.getMessage();
    }

    private Still still(SyntheticLine line, Path file, Recording parent) {
        return new Still(
                StillIds.id(source, RelativePath.of(folder, file)),
                file,
                parent.label(),
                parent.participant(),
                source + "/" + parent.id(),
                parent.ad(),
                parent.category(),
                new Origin.Synthetic(
                        parent.id(), line.parentFrame(), line.generator(), line.seed()),
                parent.demographics(),
                parent.rights());
    }
}
