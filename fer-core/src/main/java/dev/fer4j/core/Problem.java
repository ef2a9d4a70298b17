package dev.fer4j.core;

import static java.util.Objects.requireNonNull;

/**
 * Something that was found and could not be used, or a plan that cannot work, in the user's words.
 *
 * @param kind what sort of problem it is
 * @param subject the file, field or option that is wrong
 * @param cause what was found, and what was expected
 * @param mend what would most likely help
 */
public record Problem(Kind kind, String subject, String cause, String mend) {

    /** Sorts of problems, so that they can be counted. */
    public enum Kind {
        /** A file or folder that should exist does not. */
        MISSING,
        /** A folder or file without the content that it should have. */
        EMPTY,
        /** A file that cannot be read as what its name says. */
        UNREADABLE,
        /** A file of which a part cannot be read; the rest is used. */
        DAMAGED,
        /** A folder or value that names no known advertisement category. */
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
        /** A questionnaire row or file that nothing refers to. Nothing is lost by it. */
        UNUSED,
        /** A source of which more is unusable than a run allows. */
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

    /** One line: subject, cause and mend. */
    public String message() {
        return subject + ": " + cause + (mend.isBlank() ? "" : " (" + mend + ")");
    }
}
