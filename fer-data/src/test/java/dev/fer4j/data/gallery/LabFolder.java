package dev.fer4j.data.gallery;

import dev.fer4j.data.testing.NeuroBioSenseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recordings and their questionnaire. */
final class LabFolder {

    private static final String SOURCE = "baseline";
    private static final String FOOD = "Food_and_Market_Subfolder/";

    private final NeuroBioSenseFolder folder;
    private final List<Item> items;
    private int rows = 1;

    LabFolder(Path root, List<Item> items) {
        this.folder = new NeuroBioSenseFolder(root);
        this.items = items;
    }

    /** Where a clip of a person's own recording is to be put; its row says yes. */
    Path clip(int person, String name) throws IOException {
        row(person, "A01", "Yes");
        return recording(person, "A01", name);
    }

    /**
     * Where something is to be put in place of a person's only clip, so that the row is lost too.
     */
    Path unlisted(int person, String name) throws IOException {
        rowOfNobody(person, "A01", "Yes");
        return recording(person, "A01", name);
    }

    /** Where a clip of a recording is to be put that has no row yet. */
    Path recording(int person, String ad, String name) throws IOException {
        String place = FOOD + person + "/" + ad;
        items.add(
                new Item(
                        SOURCE,
                        person + "-" + ad + "-J",
                        List.of("Advertisement Categories/" + place)));
        return path(place + "/J/" + name);
    }

    /** Where something is to be put that can be no recording, in a folder that problems name. */
    Path misplaced(String folderOrFile, String below) throws IOException {
        items.add(new Item(SOURCE, "", List.of("Advertisement Categories/" + folderOrFile)));
        return path(below.isEmpty() ? folderOrFile : folderOrFile + "/" + below);
    }

    /** Where something lies or is to be put that belongs to an item already. */
    Path path(String below) throws IOException {
        Path file = folder.path(below);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** A row that a recording refers to. */
    int row(Object person, Object ad, Object interested) {
        folder.row(person, "", "", ad, interested);
        rows++;
        return rows;
    }

    /** A row that no recording can refer to, or that says again what another says. */
    void rowOfNobody(Object person, Object ad, Object interested) {
        int number = row(person, ad, interested);
        items.add(
                new Item(
                        SOURCE, "", List.of(NeuroBioSenseFolder.QUESTIONNAIRE + " row " + number)));
    }

    /** Merges cells of a column, from the last row up. */
    void mergeUp(int column, int cells) {
        folder.merge(rows - cells, column, rows - 1);
    }

    Path write() throws IOException {
        return folder.write();
    }
}
