package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * File names that are valid on every system: bounded in length, so that a suffix still fits within
 * the limit of 255 bytes of most file systems, and without characters and names that Windows
 * rejects.
 */
public final class FileNames {

    /** The maximum length of source names and of the ids of conditions and category splits. */
    public static final int LONGEST_ID = 80;

    /** The number of hexadecimal digits of the hash that replaces a truncated ending. */
    private static final int HASH = 16;

    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\<>:\"|?*\\p{Cntrl}]");

    private static final Pattern DEVICE =
            Pattern.compile(
                    "(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /**
     * Returns the name itself if it is short enough; otherwise its beginning, a hyphen and a hash
     * of the whole name, so that different names remain different.
     *
     * @param longest the maximum length of the result in characters, at least 32
     */
    public static String bounded(String name, int longest) {
        checkArgument(longest >= 2 * HASH, "a name of %s characters cannot be told apart", longest);
        return name.length() <= longest
                ? name
                : beginning(name, longest - HASH - 1) + "-" + hash(name);
    }

    /**
     * Returns an id for any text, made of lower-case letters, digits and single hyphens, with at
     * most {@value #LONGEST_ID} characters. A text that is such an id except for upper case is only
     * lower-cased; otherwise a hash of the text is appended, so that different texts have different
     * ids.
     */
    public static String id(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String id = lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (id.equals(lower)) {
            return bounded(id, LONGEST_ID);
        }
        String beginning = beginning(id, LONGEST_ID - HASH - 1);
        return (beginning.isEmpty() ? "" : beginning + "-") + hash(text);
    }

    /** Why a name is not valid for files and folders on every system; empty if it is valid. */
    public static Optional<String> problem(String name) {
        if (name.isBlank() || name.startsWith(".") || name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("is blank, begins with a dot, or ends with a dot or space");
        }
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of("has a slash, a control character or one of < > : \" | ? * \\");
        }
        if (DEVICE.matcher(name).matches()) {
            return Optional.of("is the name of a device on Windows");
        }
        return name.length() > LONGEST_ID
                ? Optional.of("has " + name.length() + " characters; at most " + LONGEST_ID)
                : Optional.empty();
    }

    private static String beginning(String name, int length) {
        return name.substring(0, Math.min(length, name.length())).replaceAll("[-_+. ]+$", "");
    }

    private static String hash(String name) {
        return Hashing.sha256()
                .hashString(name, StandardCharsets.UTF_8)
                .toString()
                .substring(0, HASH);
    }
}
