package dev.fer4j.eval.report.format;

import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a report in all its forms into one folder:
 *
 * <pre>
 * report.html            one self-contained page
 * report.md              the report as Markdown, with links to figures and pictures
 * report.json            the report for programs
 * figures/NAME.png, .svg every figure
 * tables/NN-TITLE.csv    every table, numbered as in the report
 * pictures/NAME.png      added pictures
 * </pre>
 *
 * <p>Files that an earlier report left in the three subfolders, in particular pictures of people,
 * are removed unless this report has them. Files of others are never removed or replaced.
 */
public final class ReportFolder {

    private static final String FIGURES = "figures";
    private static final String TABLES = "tables";
    private static final String PICTURES = "pictures";
    private static final int LONGEST_TITLE = 60;

    private final Path folder;
    private final Set<Path> written = new HashSet<>();
    private int tables;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all files.
     *
     * @param folder created if it does not exist; otherwise empty, or a folder of earlier results
     * @return the path of {@code report.html}
     * @throws dev.fer4j.core.OutputException if the folder has files of others, unless it lies in a
     *     folder of results
     * @throws IOException if a file cannot be written or an old one cannot be removed
     * @throws IllegalArgumentException if two figures or two pictures have the same name
     */
    public static Path write(Path folder, Report report) throws IOException {
        return new ReportFolder(folder).write(report);
    }

    private Path write(Report report) throws IOException {
        OwnedFolder owned = OwnedFolder.results(folder);
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                write(block);
            }
        }
        MarkdownReport.write(folder.resolve("report.md"), report);
        ReportJson.write(folder.resolve("report.json"), report);
        Path page = folder.resolve("report.html");
        HtmlReport.write(page, report);
        removeOldFiles(owned);
        return page;
    }

    private void write(Block block) throws IOException {
        if (block instanceof Block.FigureBlock figure) {
            figure.figure().writePng(isNew(png(figure.figure())));
            figure.figure().writeSvg(isNew(svg(figure.figure())));
        } else if (block instanceof Block.TableBlock table) {
            tables++;
            String name = String.format(Locale.ROOT, "%02d-%s", tables, slug(table.table()));
            WholeFile.writeString(isNew(TABLES + "/" + name + ".csv"), table.table().toCsv());
        } else if (block instanceof Block.Pictures pictures) {
            for (Picture picture : pictures.pictures()) {
                picture.write(isNew(file(picture)));
            }
        }
    }

    private Path isNew(String name) {
        Path file = folder.resolve(name);
        if (!written.add(file.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("the report has " + name + " twice");
        }
        return file;
    }

    private static String slug(Table table) {
        String slug =
                table.title()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String cut = slug.substring(0, Math.min(LONGEST_TITLE, slug.length()));
        return cut.isEmpty() ? "table" : cut.replaceAll("-$", "");
    }

    /** The figure's PNG, relative to the folder. */
    static String png(Figure figure) {
        return FIGURES + "/" + figure.name() + ".png";
    }

    /** The figure's SVG, relative to the folder. */
    static String svg(Figure figure) {
        return FIGURES + "/" + figure.name() + ".svg";
    }

    /** The picture's file, relative to the folder. */
    static String file(Picture picture) {
        return PICTURES + "/" + picture.name() + "." + picture.format().extension();
    }

    private void removeOldFiles(OwnedFolder owned) throws IOException {
        Set<Path> parts = new HashSet<>();
        for (String inner : List.of(FIGURES, TABLES, PICTURES)) {
            parts.add(folder.resolve(inner).toAbsolutePath().normalize());
        }
        for (Path file : owned.files()) {
            if (parts.contains(file.getParent()) && !written.contains(file)) {
                OwnedFolder.deleteResult(file);
            }
        }
    }
}
