package dev.fer4j.core.answer;

import dev.fer4j.core.Gender;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The genders in a column of answers. Known are {@code F}, {@code female}, {@code woman}, {@code
 * M}, {@code other}, {@code non-binary} and words like these in a number of languages; case,
 * accents and punctuation are ignored.
 *
 * <p>The letter {@code H} is male beside {@code F}, as in French. Beside {@code M}, neither letter
 * is known: they may stand for {@code hombre} and {@code mujer} or for {@code hembra} and {@code
 * macho}. Immutable.
 */
public final class GenderColumn {

    private static final Set<String> FEMALE =
            PlainWords.list(
                    """
                    f, w, female, fem, woman, women, girl, lady, ♀, weiblich, Frau, Mädchen,
                    femme, féminin, féminine, fille, mujer, femenino, femenina, niña,
                    femmina, femminile, donna, mulher, feminino, feminina, vrouw, vrouwelijk,
                    kadın, bayan, kvinna, kvinde, kvinne, kobieta, žena, nainen, женский,
                    женщина, ж, 女, 女性, 여, 여자, 여성
                    """);

    private static final Set<String> MALE =
            PlainWords.list(
                    """
                    m, male, masc, man, men, boy, gentleman, ♂, männlich, maennlich, Mann,
                    Herr, Junge, homme, masculin, garçon, hombre, masculino, varón, niño,
                    maschio, maschile, uomo, homem, mannelijk, erkek, bay, mand, mężczyzna,
                    muž, mies, мужской, мужчина, м, 男, 男性, 남, 남자, 남성
                    """);

    private static final Set<String> OTHER =
            PlainWords.list(
                    """
                    other, others, another, another gender, other gender, diverse, divers, d,
                    x, non-binary, nonbinary, nb, enby, genderqueer, gender-queer,
                    gender-fluid, genderfluid, gender nonconforming, gender non-conforming,
                    gender diverse, agender, bigender, intersex, inter, queer, trans,
                    transgender, trans woman, trans man, transwoman, transman, third gender,
                    two-spirit, neither, both, self-described, self-describe,
                    prefer to self-describe, nicht-binär, nichtbinär, andere, anderes,
                    anders, autre, non-binaire, otro, otra, no binario, no binaria, altro,
                    non binario, outro, não binário, diğer, annat, andet, inne, другой
                    """);

    private static final String FRENCH_OR_SPANISH = "h";

    private final boolean hasH;
    private final boolean hasF;
    private final boolean hasM;

    private GenderColumn(Set<String> words) {
        hasH = words.contains(FRENCH_OR_SPANISH);
        hasF = words.contains("f");
        hasM = words.contains("m");
    }

    /**
     * Creates a column.
     *
     * @param texts all its cells
     */
    public static GenderColumn of(Collection<String> texts) {
        return new GenderColumn(PlainWords.all(texts));
    }

    /**
     * The gender that an answer means.
     *
     * @return empty if it is not a known word; it may be no answer at all ({@link NoAnswer}), a
     *     code or a typing error
     */
    public Optional<Gender> gender(String answer) {
        String word = PlainWords.of(answer);
        if (word.equals(FRENCH_OR_SPANISH)) {
            return hasF && !hasM ? Optional.of(Gender.MALE) : Optional.empty();
        }
        if (word.equals("m") && hasH) {
            return Optional.empty();
        }
        if (FEMALE.contains(word)) {
            return Optional.of(Gender.FEMALE);
        }
        if (MALE.contains(word)) {
            return Optional.of(Gender.MALE);
        }
        return OTHER.contains(word) ? Optional.of(Gender.OTHER) : Optional.empty();
    }
}
