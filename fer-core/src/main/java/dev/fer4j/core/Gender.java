package dev.fer4j.core;

/** Gender as given in the questionnaire; an unknown gender is an empty {@code Optional}. */
public enum Gender {
    FEMALE,
    MALE,
    /** Given, but neither female nor male. */
    OTHER
}
