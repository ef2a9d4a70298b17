package dev.fer4j.data.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.Groups;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import java.util.Collection;
import java.util.List;

/** The record sets of a description: the samples and the meaning of the splits. */
final class CroissantRecords {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A column as a field. */
    private record Column(String name, String type, String description) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("id", "sc:Text", "The sample's id, unique in the dataset."),
                    new Column(
                            "file",
                            "sc:Text",
                            "The image's path, relative to the table or to the folder that contains"
                                    + " the file sets."),
                    new Column("label", "cr:Label", ""),
                    new Column("participant", "sc:Text", "The person."),
                    new Column(
                            "recording",
                            "sc:Text",
                            "The recording or series; its images share one label."),
                    new Column("ad", "sc:Text", "The advertisement, where known."),
                    new Column("category", "sc:Text", "The advertisement's category, if known."),
                    new Column("source", "sc:Text", "The name of the sample's source."),
                    new Column("origin", "sc:Text", "video-frame, still-image or synthetic."),
                    new Column("clip", "sc:Text", "Of a video frame: the video file."),
                    new Column(
                            "frame_index",
                            "sc:Integer",
                            "Of a video frame: which decoded frame of the recording, from 0."),
                    new Column(
                            "seconds",
                            "sc:Float",
                            "Of a video frame: its time from the start of its clip."),
                    new Column(
                            "repeated",
                            "sc:Boolean",
                            "Of a video frame: whether it occurs in the table more than once."),
                    new Column("location", "sc:Text", "Of a still: its address or file name."),
                    new Column(
                            "parent_recording",
                            "sc:Text",
                            "Of a synthetic image: the recording it was made from."),
                    new Column(
                            "parent_frame",
                            "sc:Integer",
                            "Of a synthetic image: the frame it was made from, where recorded."),
                    new Column("generator", "sc:Text", "Of a synthetic image: what made it."),
                    new Column("seed", "sc:Integer", "Of a synthetic image: its generator's seed."),
                    new Column("gender", "sc:Text", "The person's gender, where known."),
                    new Column("age", "sc:Integer", "The person's age in years, where known."),
                    new Column("license", "sc:Text", "The image's licence, where known."),
                    new Column("consent", "sc:Text", "What the person agreed to, where recorded."),
                    new Column("sha256", "sc:Text", "SHA-256 of the image file's bytes."));

    private CroissantRecords() {}

    /** The record set with one record for each row of the table. */
    static ObjectNode samples(
            String csvId, Collection<String> groups, boolean hasSplits, LabelNames names) {
        ObjectNode set = recordSet("samples", "A record for each image.");
        set.set("key", reference("samples/id"));
        ArrayNode fields = set.putArray("field");
        for (Column column : COLUMNS) {
            boolean isLabel = column.name().equals("label");
            fields.add(field("samples", isLabel ? label(column, names) : column, csvId));
        }
        for (String group : groups) {
            String name = Groups.COLUMN_PREFIX + group;
            String description = "The sample's group by " + group + ", where known.";
            fields.add(field("samples", new Column(name, "sc:Text", description), csvId));
        }
        if (hasSplits) {
            Column split = new Column("split", "sc:Text", "The sample's use, if it has one.");
            ObjectNode field = field("samples", split, csvId);
            field.putObject("references").set("field", reference("splits/name"));
            fields.add(field);
        }
        return set;
    }

    private static Column label(Column column, LabelNames names) {
        return new Column(
                column.name(),
                column.type(),
                names.equals(LabelNames.INTEREST)
                        ? "Whether the person is interested in the advertisement being watched:"
                                + " interested (the positive class) or not-interested."
                        : names.positive()
                                + " (the positive class), written as interested, or "
                                + names.negative()
                                + ", written as not-interested.");
    }

    /**
     * The meaning of the splits' names (specification, section "Splits"). There is no term for
     * held-out people, who are part of the test data.
     */
    static ObjectNode splits(Collection<Split> used) {
        ObjectNode set = recordSet("splits", "What the names of the splits mean.");
        set.put("dataType", "cr:Split");
        set.set("key", reference("splits/name"));
        set.putArray("field")
                .add(field("splits", new Column("name", "sc:Text", "The split's name.")))
                .add(field("splits", new Column("url", "cr:Split", "What it is.")));
        ArrayNode data = set.putArray("data");
        for (Split split : Split.values()) {
            if (split != Split.SEEN || used.contains(split)) {
                data.addObject().put("splits/name", split.id()).put("splits/url", term(split));
            }
        }
        return set;
    }

    private static String term(Split split) {
        return switch (split) {
            case TRAIN -> "cr:TrainingSplit";
            case VALIDATE -> "cr:ValidationSplit";
            case TEST, SEEN -> "cr:TestSplit";
        };
    }

    private static ObjectNode recordSet(String id, String description) {
        return NODES.objectNode()
                .put("@type", "cr:RecordSet")
                .put("@id", id)
                .put("name", id)
                .put("description", description);
    }

    private static ObjectNode field(String recordSet, Column column, String csvId) {
        ObjectNode field = field(recordSet, column);
        ObjectNode source = field.putObject("source");
        source.set("fileObject", reference(csvId));
        source.putObject("extract").put("column", column.name());
        return field;
    }

    private static ObjectNode field(String recordSet, Column column) {
        ObjectNode field =
                NODES.objectNode()
                        .put("@type", "cr:Field")
                        .put("@id", recordSet + "/" + column.name())
                        .put("name", column.name())
                        .put("description", column.description());
        if (column.type().equals("cr:Label")) {
            // The second type of a label tells how its text is used.
            field.putArray("dataType").add("sc:Text").add(column.type());
        } else {
            field.put("dataType", column.type());
        }
        return field;
    }

    private static ObjectNode reference(String id) {
        return NODES.objectNode().put("@id", id);
    }
}
