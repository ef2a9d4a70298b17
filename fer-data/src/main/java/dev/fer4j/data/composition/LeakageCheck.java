package dev.fer4j.data.composition;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One thing that must not stand in more than one split, and where it does.
 *
 * @param kind what was compared
 * @param compared how many different ones there are
 * @param leaks those that stand in more than one split, each with its splits; sorted
 */
public record LeakageCheck(Kind kind, int compared, List<String> leaks) {

    /** What is compared between splits. */
    public enum Kind {
        /** The same person. */
        PARTICIPANT("participant"),
        /** The same recording or series. */
        RECORDING("recording"),
        /** Files with the same SHA-256. */
        IDENTICAL_FILE("file content"),
        /** A synthetic image and its parent recording, or two images of one parent. */
        SYNTHETIC_PARENT("synthetic parent");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        /** For sentences, in the singular. */
        public String noun() {
            return noun;
        }
    }

    /** Copies the leaks. */
    public LeakageCheck {
        requireNonNull(kind);
        leaks = List.copyOf(leaks);
    }
}
