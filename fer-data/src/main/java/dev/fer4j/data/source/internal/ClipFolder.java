package dev.fer4j.data.source.internal;

import dev.fer4j.core.AdCategory;
import java.nio.file.Path;
import java.util.List;

/**
 * An emotion folder of NeuroBioSense with at least one clip.
 *
 * @param emotion the folder's name on disk
 * @param clips in natural order
 */
public record ClipFolder(
        AdCategory category, Viewing viewing, String emotion, Path folder, List<Path> clips) {}
