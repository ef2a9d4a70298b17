package dev.fer4j.core.answer;

import java.util.Set;

/** Texts that stand for a question without an answer. */
public final class NoAnswer {

    private static final Set<String> TEXTS =
            PlainWords.list(
                    """
                    na, n/a, nan, null, nil, none, missing, blank, empty, unknown,
                    unspecified, undisclosed, undefined, not specified, not given,
                    not stated, not known, not disclosed, not available, not applicable,
                    not answered, not reported, not provided, no answer, no response,
                    no data, no reply, skipped, declined, refused, withheld, dk, don't know,
                    dont know, keine Angabe, k. A., kA, keine Antwort, unbekannt,
                    nicht angegeben, inconnu, non renseigné, non précisé, pas de réponse,
                    nsp, desconocido, no contesta, sin respuesta, no especificado,
                    sconosciuto, desconhecido, onbekend, bilinmiyor
                    """);

    private static final Set<String> BEGINNINGS =
            PlainWords.list(
                    """
                    prefer not, I prefer not, prefers not, preferred not, rather not,
                    I'd rather not, would rather not, decline to, declined to, refused to,
                    choose not, do not wish, don't wish, do not want, don't want,
                    prefiero no, prefere não, prefiro não, préfère ne pas, je préfère ne,
                    möchte ich nicht, ich möchte nicht, keine Angabe, belirtmek istemiyor
                    """);

    private NoAnswer() {}

    /**
     * Whether a text stands for no answer: if it has neither letters nor digits, such as a hyphen,
     * or is {@code n/a}, {@code unknown}, {@code prefer not to say} or a text like these. Case,
     * accents and punctuation are ignored.
     */
    public static boolean is(String text) {
        String words = PlainWords.of(text);
        return words.isEmpty()
                || TEXTS.contains(words)
                || BEGINNINGS.stream().anyMatch(words::startsWith);
    }
}
