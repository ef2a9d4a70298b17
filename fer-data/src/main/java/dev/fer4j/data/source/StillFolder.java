package dev.fer4j.data.source;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
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
 * line. Optional columns are {@code person}, {@code gender}, {@code age}, {@code category} (of the
 * ad), {@code license}, {@code consent} and {@code url}, and the columns given to {@link
 * #withGroups}. Without such a file, label and person are taken from folder names: {@code
 * <person>/<label>/…} or {@code <label>/<person>/…}, where labels must be words, for example {@code
 * not-interested}.
 *
 * <p>Without a {@code person}, it is named by the outermost folder that is not named by a label
 * ({@code interested}) or by a split ({@code train}, {@code test}), or else by the file's name.
 * Splits are not used. The person of an image in the folder of a split that lies in no folder of a
 * person cannot be known, so the image is reported and not listed.
 *
 * <p>A person's images form one series, or two if they have both labels, whose names then end in
 * the label. An image's id is its path without the extension, or with it where two images differ in
 * nothing else. The names of people and series are prefixed with the source's name, so that they
 * never coincide with those of the laboratory data.
 *
 * <p>The folder may be a link. Without a label file, links inside it are followed wherever they
 * lead, except to folders that are read already; with one, the images must lie in the folder.
 * Immutable.
 */
public final class StillFolder implements DataSource {

    private static final String UNKNOWN_PERSON =
            "lies in the folder of a split but in none of a person, so the person is not known";

    private static final String NAME_PEOPLE =
            "put each person's images into a folder named by the person, or write labels.csv with"
                    + " the columns file,label,person";

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
        FolderPeople people =
                FolderPeople.of(
                        labels.entries().stream()
                                .filter(entry -> entry.row().cell("person").isEmpty())
                                .map(StillFolder::file)
                                .toList());
        requirePeople(labels.entries(), people);
        StillAnswers read = StillAnswers.of(labels, answers);
        StillIds stills = new StillIds(source, folder);
        for (StillLabels.Entry entry : labels.entries()) {
            still(entry, people, read).ifPresent(still -> stills.add(still, entry.where()));
        }
        if (!people.splits().isEmpty()) {
            images.report(
                    Problem.Kind.UNUSED,
                    String.join(", ", people.splits()),
                    "are folders of splits, which are not used: all images belong to one source",
                    "");
        }
        List<Still> resolved = seriesOfOneLabel(stills.resolve(images));
        return new SourceListing(source, folder, List.of(), resolved, images.problems());
    }

    /** The image of an entry; empty if there is a problem, which is then recorded. */
    private Optional<Still> still(StillLabels.Entry entry, FolderPeople people, StillAnswers read)
            throws IOException {
        String where = entry.where();
        Optional<Path> file = read.images().find(file(entry), where);
        Optional<Label> label = read.label(entry);
        if (file.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> person = person(entry.row(), file.get(), people);
        if (person.isEmpty()) {
            read.images()
                    .report(Problem.Kind.UNEXPECTED_LAYOUT, where, UNKNOWN_PERSON, NAME_PEOPLE);
        }
        return person.map(name -> still(entry, file.get(), label.get(), name, read));
    }

    private static String file(StillLabels.Entry entry) {
        return entry.row().cell("file").replace('\\', '/');
    }

    private Optional<String> person(SheetTable.Row row, Path file, FolderPeople people) {
        String given = row.cell("person");
        return given.isEmpty() ? people.person(RelativePath.of(folder, file)) : Optional.of(given);
    }

    private void requirePeople(List<StillLabels.Entry> entries, FolderPeople people) {
        if (!entries.isEmpty()
                && entries.stream()
                        .allMatch(
                                entry ->
                                        entry.row().cell("person").isEmpty()
                                                && people.person(file(entry)).isEmpty())) {
            throw new InputException(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    folder,
                    "has folders of splits (%s) but not of people, so the person of none of its %d"
                                    .formatted(String.join(", ", people.splits()), entries.size())
                            + " images is known, such as "
                            + file(entries.get(0)),
                    NAME_PEOPLE);
        }
    }

    /** A recording has one label, so the images of a person who has both form two series. */
    private static List<Still> seriesOfOneLabel(List<Still> stills) {
        SetMultimap<String, Label> labels = HashMultimap.create();
        stills.forEach(still -> labels.put(still.participant(), still.label()));
        return stills.stream()
                .map(
                        still ->
                                labels.get(still.participant()).size() == 1
                                        ? still
                                        : still.withRecording(
                                                still.participant() + "-" + still.label()))
                .toList();
    }

    private Still still(
            StillLabels.Entry entry, Path file, Label label, String person, StillAnswers read) {
        SheetTable.Row row = entry.row();
        String relative = RelativePath.of(folder, file);
        String participant = source + "/" + PersonId.normal(person);
        return new Still(
                source + "/" + relative,
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
