package dev.fer4j.core.answer;

import dev.fer4j.core.Gender;
import java.util.Optional;
import java.util.Set;

/** Genders as people and programs write them. */
public final class GenderAnswer {

    private static final Set<String> FEMALE =
            Set.of(
                    "f", "w", "female", "fem", "woman", "women", "girl", "lady", // English
                    "weiblich", "frau", "madchen", // German
                    "femme", "feminin", "feminine", "fille", // French
                    "mujer", "femenino", "femenina", "nina", // Spanish
                    "femmina", "femminile", "donna", // Italian
                    "mulher", "feminino", "feminina", // Portuguese
                    "vrouw", "vrouwelijk", // Dutch
                    "kadin", "bayan", // Turkish
                    "kvinna", "kvinde", "kvinne", "kobieta", "zena", "nainen", // other European
                    "женскии", "женщина", "ж", "女", "女性", "여", "여자", "여성");

    private static final Set<String> MALE =
            Set.of(
                    "m", "male", "masc", "man", "men", "boy", "gentleman", // English
                    "mannlich", "maennlich", "mann", "herr", "junge", // German
                    "homme", "masculin", "garcon", // French
                    "hombre", "masculino", "varon", "nino", // Spanish, Portuguese
                    "maschio", "maschile", "uomo", // Italian
                    "homem", // Portuguese
                    "mannelijk", // Dutch
                    "erkek", "bay", // Turkish
                    "mand", "mezczyzna", "muz", "mies", // other European
                    "мужскои", "мужчина", "м", "男", "男性", "남", "남자", "남성");

    private static final Set<String> OTHER =
            Set.of(
                    "other", "others", "another", "another gender", "other gender", "diverse",
                    "divers", "d", "x", "non binary", "nonbinary", "nb", "enby", "genderqueer",
                    "gender queer", "gender fluid", "genderfluid", "gender nonconforming",
                    "gender non conforming", "gender diverse", "agender", "bigender", "intersex",
                    "inter", "queer", "trans", "transgender", "trans woman", "trans man",
                    "transwoman", "transman", "third gender", "two spirit", "neither", "both",
                    "self described", "self describe", "prefer to self describe", "nicht binar",
                    "nichtbinar", "andere", "anderes", "anders", "autre", "non binaire", "otro",
                    "otra", "no binario", "no binaria", "altro", "non binario", "outro",
                    "nao binario", "diger", "annat", "andet", "inne", "другои");

    private GenderAnswer() {}

    /**
     * Reads {@code F}, {@code female}, {@code woman}, {@code M}, {@code other}, {@code non-binary}
     * and words like these in a number of languages, ignoring case, accents and punctuation.
     *
     * @return empty for any other text, which may be no answer at all ({@link NoAnswer}), a code or
     *     a typing error
     */
    public static Optional<Gender> parse(String text) {
        String word = PlainWords.of(text.replace("\u2640", "f").replace("\u2642", "m"));
        if (FEMALE.contains(word)) {
            return Optional.of(Gender.FEMALE);
        }
        if (MALE.contains(word)) {
            return Optional.of(Gender.MALE);
        }
        return OTHER.contains(word) ? Optional.of(Gender.OTHER) : Optional.empty();
    }
}
