package dev.fer4j.core;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.text.VisibleText;

/**
 * An item that was found but cannot be used, or a plan that cannot be carried out, described for
 * the user.
 *
 * @param kind the kind of problem
 * @param subject the file, field or option that is wrong
 * @param cause what was found, and what was expected
 * @param mend the likely remedy
 */
public record Problem(Kind kind, String subject, String cause, String mend) {

    /** Kinds of problems, by which they are counted. */
    public enum Kind {
        /** A file or folder that should exist does not. */
        MISSING,
        /** A folder or file without the expected content. */
        EMPTY,
        /** A file that cannot be read in the format that its name implies. */
        UNREADABLE,
        /** A file that can be read only in part; the readable part is used. */
        DAMAGED,
        /** A folder or value that does not name a known advertisement category. */
        UNKNOWN_CATEGORY,
        /** An item for which no label is given. */
        NO_LABEL,
        /** A label that is neither yes nor no. */
        UNKNOWN_LABEL,
        /** Two items with the same name or key. */
        DUPLICATE,
        /** A name or folder structure that does not fit the source's layout. */
        UNEXPECTED_LAYOUT,
        /** A plan that has too few samples, or none of one class, in a split. */
        TOO_FEW,
        /** A reference to something that does not exist, such as a synthetic image's parent. */
        DANGLING_REFERENCE,
        /** A questionnaire row or file that nothing refers to. No data is lost. */
        UNUSED,
        /** A source with a larger share of unusable items than a run allows. */
        TOO_MANY_PROBLEMS,
        /** Images whose licence or consent is not known. */
        NO_RIGHTS,
        /** A setting that is out of range or contradicts another. */
        BAD_SETTING
    }

    public Problem {
        requireNonNull(kind);
        requireNonNull(subject);
        requireNonNull(cause);
        requireNonNull(mend);
    }

    /**
     * The problem in one line: subject, cause and mend. Characters that would have an effect on a
     * terminal or break the line are {@linkplain VisibleText shown}.
     */
    public String message() {
        return VisibleText.line(subject + ": " + cause + (mend.isBlank() ? "" : " (" + mend + ")"));
    }
}
