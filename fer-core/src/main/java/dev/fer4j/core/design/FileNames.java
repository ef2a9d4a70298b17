package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of files on every system, whatever they are made of: bounded in length, so that a suffix
 * still fits below the 255 bytes of most file systems, and free of what Windows refuses.
 */
public final class FileNames {

    /** The most characters of a condition's id, a category split's and a source's name. */
    public static final int LONGEST_ID = 80;

    /** Hexadecimal digits of the hash that takes the place of what is cut off. */
    private static final int HASH = 16;

    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\<>:\"|?*\\p{Cntrl}]");

    private static final Pattern DEVICE =
            Pattern.compile(
                    "(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /**
     * The name itself if it is short enough; else its beginning, a hyphen and a hash of all of it,
     * so that different names stay different.
     *
     * @param longest the most characters of the result, at least 32
     */
    public static String bounded(String name, int longest) {
        checkArgument(longest >= 2 * HASH, "a name of %s characters cannot be told apart", longest);
        return name.length() <= longest
                ? name
                : beginning(name, longest - HASH - 1) + "-" + hash(name);
    }

    /**
     * An id of lower-case letters, digits and single hyphens for any text, at most {@value
     * #LONGEST_ID} characters. Texts that are such ids but for upper case keep their names; any
     * other gets a hash of the text, so that different texts stay different.
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

    /** Why a name cannot be that of a file or folder on every system; empty if it can. */
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
