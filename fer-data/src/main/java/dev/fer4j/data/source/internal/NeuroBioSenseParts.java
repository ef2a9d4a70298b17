package dev.fer4j.data.source.internal;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two parts of NeuroBioSense that are used, which may be nested in enclosing folders.
 *
 * @param categories the folder {@code Advertisement Categories}
 * @param questionnaire the spreadsheet in {@code Participant Data}
 * @param problems further spreadsheets there, and further folders of that name
 */
public record NeuroBioSenseParts(Path categories, Path questionnaire, List<Problem> problems) {

    /** The letters of the name of the folder with the category folders. */
    public static final String CATEGORIES = "advertisementcategories";

    private static final List<String> TABLES = List.of("xlsx", "csv");

    /** Tables that are read, or refused with a reason, if there is none of the others. */
    private static final List<String> OTHER_TABLES =
            List.of("tsv", "xlsm", "xls", "xlsb", "ods", "numbers");

    private static final int WRAPPERS = 3;

    public static NeuroBioSenseParts locate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw input(
                    Problem.Kind.MISSING,
                    folder,
                    "is not a folder",
                    "give the folder to which NeuroBioSense was unpacked");
        }
        if (Folders.children(folder).isEmpty()) {
            throw input(
                    Problem.Kind.EMPTY,
                    folder,
                    "is empty",
                    "unpack NeuroBioSense's archive into it");
        }
        List<Path> found = findCategories(folder);
        Path categories = found.get(0);
        Path home = categories.getParent();
        Path participants =
                child(home, "participantdata")
                        .orElseThrow(
                                () ->
                                        input(
                                                Problem.Kind.MISSING,
                                                home,
                                                "has no folder 'Participant Data'",
                                                "it contains the questionnaire with the labels;"
                                                        + " unpack the archive again"));
        NeuroBioSenseParts parts = withQuestionnaire(folder, categories, participants);
        List<Problem> problems = new ArrayList<>();
        for (Path other : found.subList(1, found.size())) {
            problems.add(
                    new Problem(
                            Problem.Kind.UNEXPECTED_LAYOUT,
                            RelativePath.of(folder, other),
                            "is not read, since " + RelativePath.of(folder, categories) + " is",
                            "give the folder of one of them as the source"));
        }
        problems.addAll(parts.problems());
        return new NeuroBioSenseParts(categories, parts.questionnaire(), problems);
    }

    /** Returns the folders at the first level that has any. */
    private static List<Path> findCategories(Path folder) throws IOException {
        List<Path> level = List.of(folder);
        for (int depth = 0; depth <= WRAPPERS; depth++) {
            List<Path> found = new ArrayList<>();
            List<Path> below = new ArrayList<>();
            for (Path candidate : level) {
                found.addAll(children(candidate, CATEGORIES));
                Folders.children(candidate).stream()
                        .filter(child -> Files.isDirectory(child) && Files.isReadable(child))
                        .forEach(below::add);
            }
            if (!found.isEmpty()) {
                return found;
            }
            level = below;
        }
        throw input(
                Problem.Kind.UNEXPECTED_LAYOUT,
                folder,
                "has no folder 'Advertisement Categories'",
                "give the folder that contains it and 'Participant Data'");
    }

    private static NeuroBioSenseParts withQuestionnaire(
            Path folder, Path categories, Path participants) throws IOException {
        List<Path> read = tables(participants, TABLES);
        List<Path> tables = read.isEmpty() ? tables(participants, OTHER_TABLES) : read;
        List<Path> named =
                tables.stream()
                        .filter(
                                file ->
                                        Folders.letters(file).contains("questionn")
                                                || Folders.letters(file).contains("information"))
                        .toList();
        if (named.isEmpty() && tables.size() != 1) {
            throw input(
                    Problem.Kind.MISSING,
                    participants,
                    "has no questionnaire: expected one .xlsx or .csv file whose name contains"
                            + " 'questionn' or 'information', found "
                            + (tables.isEmpty()
                                    ? "none"
                                    : tables.stream().map(Path::getFileName).toList()),
                    "put Participant_demographic_questionnaries.xlsx there");
        }
        Path questionnaire = named.isEmpty() ? tables.get(0) : named.get(0);
        List<Problem> problems =
                Stream.of(read, tables(participants, OTHER_TABLES))
                        .flatMap(List::stream)
                        .filter(file -> !file.equals(questionnaire))
                        .map(
                                file ->
                                        new Problem(
                                                Problem.Kind.UNUSED,
                                                RelativePath.of(folder, file),
                                                "is not read, since "
                                                        + questionnaire.getFileName()
                                                        + " is",
                                                "remove the other if this is the right one"))
                        .toList();
        return new NeuroBioSenseParts(categories, questionnaire, problems);
    }

    private static List<Path> tables(Path folder, List<String> endings) throws IOException {
        return Folders.children(folder).stream()
                .filter(file -> Files.isRegularFile(file))
                .filter(file -> endings.contains(Folders.ending(file)))
                .toList();
    }

    private static Optional<Path> child(Path folder, String letters) throws IOException {
        return children(folder, letters).stream().findFirst();
    }

    private static List<Path> children(Path folder, String letters) throws IOException {
        return Folders.children(folder).stream()
                .filter(Files::isDirectory)
                .filter(path -> Folders.letters(path).equals(letters))
                .toList();
    }

    private static InputException input(Problem.Kind kind, Path path, String cause, String mend) {
        return new InputException(kind, path, cause, mend);
    }
}
