package dev.fer4j.data.source;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.answer.LabelAnswers;
import dev.fer4j.core.people.PersonId;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.internal.GroupCells;
import dev.fer4j.data.source.internal.ImageFolder;
import dev.fer4j.data.source.internal.Names;
import dev.fer4j.data.source.internal.SheetTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder of labelled images, such as the paper's screenshots of YouTube reaction videos (section
 * 2).
 *
 * <p>Labels are in a file at its root: {@code labels.csv} or {@code labels.xlsx}, whose header
 * contains at least the columns {@code file} (relative, with {@code /}) and {@code label} (yes/no,
 * interested/not interested, …), or {@code labels.jsonl} with an object with these fields in each
 * line. Optional columns are {@code person} (default: the file's topmost folder, or its name if it
 * lies at the root), {@code gender}, {@code age}, {@code category} (of the ad), {@code license},
 * {@code consent} and {@code url}, and the columns given to {@link #withGroups}. Without such a
 * file, label and person are taken from folder names: {@code <person>/<label>/…} or {@code
 * <label>/<person>/…}, where labels must be words, for example {@code not-interested}.
 *
 * <p>A person's images form one series. The names of people and series are prefixed with the
 * source's name, so that they never coincide with those of the laboratory data. Immutable.
 */
public final class StillFolder implements DataSource {

    private final Path folder;
    private final String source;
    private final Rights rights;
    private final GroupCells groups;
    private final LabelAnswers answers;

    StillFolder(Path folder) {
        this(
                folder.toAbsolutePath().normalize(),
                "youtube",
                Rights.UNKNOWN,
                GroupCells.NONE,
                LabelAnswers.KNOWN_WORDS);
    }

    private StillFolder(
            Path folder, String source, Rights rights, GroupCells groups, LabelAnswers answers) {
        Names.checkFolderName("source name", source);
        this.folder = folder;
        this.source = source;
        this.rights = requireNonNull(rights);
        this.groups = groups;
        this.answers = requireNonNull(answers);
    }

    /** Returns a copy with a source name other than {@code youtube}. */
    public StillFolder withSource(String name) {
        return new StillFolder(folder, name, rights, groups, answers);
    }

    /** Returns a copy with default rights for images whose row has none; unknown by default. */
    public StillFolder withRights(Rights terms) {
        return new StillFolder(folder, source, terms, groups, answers);
    }

    /**
     * Returns a copy with columns of the label file, or fields of its lines, as {@link
     * Still#groups()}; none by default.
     *
     * @param columns column names, of which only letters and digits are compared, ignoring case
     * @throws IllegalArgumentException if a name is not a valid column name of {@link Groups}
     */
    public StillFolder withGroups(String... columns) {
        return new StillFolder(folder, source, rights, GroupCells.named(columns), answers);
    }

    /**
     * Returns a copy in which other answers than yes, no, 1, 0, … are labels too, for example those
     * on a scale from 1 to 5. Without them, no number is a label if the column has numbers other
     * than 0 and 1.
     */
    public StillFolder withAnswers(LabelAnswers labels) {
        return new StillFolder(folder, source, rights, groups, labels);
    }

    /** Whether a folder contains labels of stills, in a file or in folder names. */
    public static boolean isOne(Path folder) throws IOException {
        return StillLabels.areIn(folder);
    }

    /**
     * Lists the images in the order of the label file, or of their names.
     *
     * @throws InputException if the folder or its labels are missing, or the label file cannot be
     *     read, lacks the header, rows or a group column, or there are several label files
     */
    @Override
    public SourceListing list() throws IOException {
        StillLabels labels = StillLabels.read(folder, groups);
        ImageFolder images = labels.images();
        StillAnswers read = StillAnswers.of(labels, answers);
        StillIds stills = new StillIds();
        for (StillLabels.Entry entry : labels.entries()) {
            SheetTable.Row row = entry.row();
            String where = entry.where();
            Optional<Path> file = images.find(row.cell("file").replace('\\', '/'), where);
            Optional<Label> label = read.label(entry);
            if (file.isPresent() && label.isPresent()) {
                stills.add(still(entry, file.get(), label.get(), read), where);
            }
        }
        List<Still> resolved = stills.resolve(images);
        return new SourceListing(source, folder, List.of(), resolved, images.problems());
    }

    private Still still(StillLabels.Entry entry, Path file, Label label, StillAnswers read) {
        SheetTable.Row row = entry.row();
        String relative = RelativePath.of(folder, file);
        int slash = relative.indexOf('/');
        String person = slash > 0 ? relative.substring(0, slash) : Names.stem(relative);
        String given = PersonId.normal(row.cell("person"));
        String participant = source + "/" + (given.isEmpty() ? PersonId.normal(person) : given);
        return new Still(
                StillIds.id(source, relative),
                file,
                label,
                participant,
                participant,
                Optional.empty(),
                read.category(entry),
                new Origin.StillImage(row.cell("url").isEmpty() ? relative : row.cell("url")),
                read.demographics(entry),
                new Rights(
                        given(row, "license").or(rights::license),
                        given(row, "consent").or(rights::consent)),
                groups.of(row));
    }

    private static Optional<String> given(SheetTable.Row row, String column) {
        return Optional.of(row.cell(column)).filter(text -> !text.isEmpty());
    }
}
