package dev.fer4j.data.composition;

/** The kinds of leaks, by what is compared between splits. */
public enum LeakageKind {
    /** The same person. */
    PARTICIPANT("participant"),
    /** The same recording or series. */
    RECORDING("recording"),
    /** Files with the same SHA-256. */
    IDENTICAL_FILE("file content"),
    /** A synthetic image and its parent recording, or two images of one parent. */
    SYNTHETIC_PARENT("synthetic parent"),
    /** Files with different bytes that show the same picture; see {@link NearDuplicates}. */
    NEAR_DUPLICATE("near-duplicate image"),
    /**
     * People whose ids are {@linkplain dev.fer4j.core.people.SimilarIds similar}, and who may
     * therefore be one person. Reported only if there are any; an error only if the gate says so.
     */
    SIMILAR_PARTICIPANT("similar participant id");

    private final String noun;

    LeakageKind(String noun) {
        this.noun = noun;
    }

    /** The noun for use in sentences, in the singular. */
    public String noun() {
        return noun;
    }
}
