package dev.fer4j.data.source.internal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;

/** Names that become folder names, so that no name can lead out of the output folder. */
public final class Names {

    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\\\p{Cntrl}]");

    private Names() {}

    public static void checkFolderName(String what, String name) {
        checkArgument(
                !name.isBlank() && !name.startsWith(".") && !FORBIDDEN.matcher(name).find(),
                "%s '%s': expected a folder name without slashes, backslashes, control characters"
                        + " or a leading dot",
                what,
                name);
    }

    /** Replaces characters that are not allowed in folder names on every system. */
    public static String folderName(String text) {
        return FORBIDDEN.matcher(text.strip()).replaceAll("_");
    }

    /** A file's name without its extension. */
    public static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
