package dev.fer4j.core.people;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The one spelling of a person's id. Values with a participant, such as {@link
 * dev.fer4j.core.Sample}, normalize it when they are created, so ids that look the same are equal
 * wherever they were read.
 *
 * <p>Only what cannot be seen is normalized. Ids that differ in case, leading zeros or a prefix
 * remain different people; {@link SimilarIds} finds them.
 */
public final class PersonId {

    /** Soft hyphens, zero-width characters, direction marks and byte order marks. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]");

    private static final CharMatcher BLANK = CharMatcher.whitespace().or(CharMatcher.is('\u00a0'));

    private static final CharMatcher VISIBLE_ASCII = CharMatcher.inRange('!', '~');

    private PersonId() {}

    /**
     * Returns an id in Unicode's composed form (NFC), without invisible characters and surrounding
     * blanks, and with a single blank in place of several, of tabs and of no-break blanks. An id
     * that is normal is returned as it is; a blank one becomes empty.
     */
    public static String normal(String id) {
        if (VISIBLE_ASCII.matchesAllOf(id)) {
            return id;
        }
        String composed = Normalizer.normalize(id, Normalizer.Form.NFC);
        return BLANK.trimAndCollapseFrom(INVISIBLE.matcher(composed).replaceAll(""), ' ');
    }
}
