package dev.fer4j.data.gallery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All exhibits. */
final class Gallery {

    /** The number of an exhibit that is alone, as it stands in the documentation. */
    static final int NUMBER = 39;

    private Gallery() {}

    /** By the headings of the documentation. */
    static Map<String, List<Exhibit>> rooms() {
        Map<String, List<Exhibit>> rooms = new LinkedHashMap<>();
        rooms.put("Clips that cannot be used", ClipExhibits.all());
        rooms.put("Clips that are used", UsedClipExhibits.all());
        rooms.put("Folders of recordings", LayoutExhibits.folders());
        rooms.put("The questionnaire", LayoutExhibits.rows());
        rooms.put("Images that cannot be used", ImageExhibits.all());
        rooms.put("Images that are used", UsedImageExhibits.all());
        rooms.put("Indices of images (`labels.csv`, `synthetic.jsonl`)", IndexExhibits.all());
        rooms.put("Manifests (JSON lines and CSV)", ManifestExhibits.all());
        return rooms;
    }

    static List<Exhibit> all() {
        return rooms().values().stream().flatMap(List::stream).toList();
    }
}
