package dev.fer4j.data.internal;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.people.PersonId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of a CSV file of samples, with its location for messages.
 *
 * @param file the CSV file
 * @param number the row's number as in a spreadsheet, from 1, including the header
 * @param cells the cells by column, without empty ones
 */
record SampleRow(Path file, int number, Map<String, String> cells) {

    /**
     * Converts the row to a sample.
     *
     * @param home the folder that file paths are relative to
     * @param digests provides the digests of images if the file has no column for them
     * @throws InputException naming the file, row, column and expected value
     */
    Sample sample(Path home, Optional<SampleCsv.Digests> digests) throws IOException {
        Path image = value("file", "the image's path", home::resolve).normalize();
        return new Sample(
                text("id"),
                image,
                value("label", "interested or not-interested", t -> Label.parse(t).orElseThrow()),
                text("participant"),
                text("recording"),
                cell("ad"),
                optional(
                        "category",
                        "lower-case letters, digits and single hyphens",
                        AdCategory::new),
                text("source"),
                origin(),
                new Demographics(
                        optional("gender", "female, male, other or nothing", SampleRow::gender),
                        optional(
                                "age", "a whole number from 0 to 130, or nothing", SampleRow::age)),
                new Rights(cell("license"), cell("consent")),
                digests.isPresent()
                        ? digests.get().of(image)
                        : value("sha256", "64 lower-case hexadecimal digits", SampleRow::sha256),
                groups());
    }

    private Groups groups() {
        Map<String, String> values = new LinkedHashMap<>();
        cells.forEach(
                (column, text) -> {
                    if (column.startsWith(Groups.COLUMN_PREFIX)) {
                        values.put(column.substring(Groups.COLUMN_PREFIX.length()), text);
                    }
                });
        return Groups.of(values);
    }

    private Origin origin() {
        String expected = "video-frame, still-image or synthetic";
        return switch (value("origin", expected, t -> t.strip().toLowerCase(Locale.ROOT))) {
            case "video-frame" -> {
                onlyOf("video-frame", "clip", "frame_index", "seconds", "repeated");
                yield new Origin.VideoFrame(
                        text("clip"),
                        value("frame_index", "a whole number from 0", SampleRow::index),
                        value("seconds", "a number with a decimal point", Double::parseDouble),
                        value("repeated", "true or false", SampleRow::truth));
            }
            case "still-image" -> {
                onlyOf("still-image", "location");
                yield new Origin.StillImage(text("location"));
            }
            case "synthetic" -> {
                onlyOf("synthetic", "parent_recording", "parent_frame", "generator", "seed");
                yield new Origin.Synthetic(
                        text("parent_recording"),
                        optional("parent_frame", "a whole number or nothing", Long::valueOf),
                        text("generator"),
                        value("seed", "a whole number", Long::valueOf));
            }
            default -> throw bad("origin", expected);
        };
    }

    /** Checks that there are no values of other origins, which would otherwise be lost silently. */
    private void onlyOf(String kind, String... own) {
        Set<String> others = new LinkedHashSet<>(SampleColumns.OF_ORIGINS);
        List.of(own).forEach(others::remove);
        for (String other : others) {
            if (cells.containsKey(other)) {
                throw bad(other, "nothing, since the origin is " + kind);
            }
        }
    }

    private static Gender gender(String text) {
        return Gender.valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    private static int age(String text) {
        int age = Integer.parseInt(text);
        if (age < 0 || age > 130) {
            throw new IllegalArgumentException("age " + age);
        }
        return age;
    }

    private static String sha256(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no digest");
        }
        return text;
    }

    private static long index(String text) {
        long index = Long.parseLong(text);
        if (index < 0) {
            throw new IllegalArgumentException("index " + index);
        }
        return index;
    }

    /** Reads a boolean, ignoring case, since spreadsheets write them in capitals. */
    private static boolean truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("no truth value");
        };
    }

    private Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    private String text(String column) {
        return cell(column)
                .filter(text -> !PersonId.normal(text).isEmpty())
                .orElseThrow(() -> bad(column, "a text"));
    }

    private <T> T value(String column, String expected, Function<String, T> parser) {
        return optional(column, expected, parser).orElseThrow(() -> bad(column, expected));
    }

    private <T> Optional<T> optional(
            String column, String expected, Function<String, ? extends T> parser) {
        try {
            return cell(column).map(parser);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            InputException bad = bad(column, expected);
            bad.initCause(e);
            throw bad;
        }
    }

    /** Returns the exception for a cell whose value is not valid in its column. */
    InputException bad(String column, String expected) {
        return new InputException(
                Problem.Kind.UNREADABLE,
                file + " row " + number + " column " + column,
                cell(column).map(text -> "is '" + text + "'").orElse("is empty")
                        + "; expected "
                        + expected,
                "correct the cell");
    }
}
