package dev.fer4j.eval.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The works that this library's methods and a study's parts come from. They stand in {@code
 * literature.bib}; an entry's {@code shorthand} is how it is cited in a sentence.
 */
public final class Literature {

    private static final Pattern ENTRY =
            Pattern.compile("@(\\w+)\\{([\\w-]+),\\n(.*?)\\n\\}", Pattern.DOTALL);

    private static final Pattern FIELD = Pattern.compile("  (\\w+) = \\{(.*)\\}");

    private static final ImmutableMap<String, Citation> ALL = read();

    /** The paper whose study this is. */
    public static final Citation PAPER = ALL.get("alipour2025");

    /** The laboratory recordings of the Baseline. */
    public static final Citation NEUROBIOSENSE = ALL.get("kocacinar2024");

    /** The generator of synthetic faces. */
    public static final Citation STYLEGAN2 = ALL.get("karras2020");

    /** The network. */
    public static final Citation XCEPTION = ALL.get("chollet2017");

    /** The optimizer. */
    public static final Citation ADAM = ALL.get("kingma2015");

    /** What pretrained weights were trained on. */
    public static final Citation IMAGENET = ALL.get("deng2009");

    /** Batches of blended images. */
    public static final Citation MIXUP = ALL.get("zhang2018");

    /** Batches of images with pieces of others. */
    public static final Citation CUTMIX = ALL.get("yun2019");

    /** Which parts of an image speak for a class. */
    public static final Citation GRAD_CAM = ALL.get("selvaraju2017");

    /** The ROC curve and its area. */
    public static final Citation ROC = ALL.get("fawcett2006");

    /** The precision-recall curve beside the ROC curve. */
    public static final Citation PRECISION_RECALL = ALL.get("davis2006");

    /** Leaving each one out. */
    public static final Citation JACKKNIFE = ALL.get("efron1982");

    /** Why the jackknife with few clusters. */
    public static final Citation FEW_CLUSTERS = ALL.get("mackinnon2023");

    /** Several trainings tested on the same people, as several readers on the same cases. */
    public static final Citation CROSSED = ALL.get("obuchowski1995");

    /** Resampling whole clusters. */
    public static final Citation BOOTSTRAP = ALL.get("davison1997");

    /** The bias-corrected and accelerated bootstrap interval. */
    public static final Citation BCA = ALL.get("efron1987");

    /** Comparing the areas under ROC curves of independent subjects. */
    public static final Citation DELONG = ALL.get("delong1988");

    /** The same for clustered data. */
    public static final Citation OBUCHOWSKI = ALL.get("obuchowski1997");

    /** Correction for the number of tests. */
    public static final Citation HOLM = ALL.get("holm1979");

    /** Correction of repeated-measures analyses. */
    public static final Citation GREENHOUSE_GEISSER = ALL.get("greenhouse1959");

    /** Ranks within blocks. */
    public static final Citation FRIEDMAN = ALL.get("friedman1937");

    /** The squared error of probabilities. */
    public static final Citation BRIER = ALL.get("brier1950");

    /** Expected calibration error and temperature scaling. */
    public static final Citation CALIBRATION = ALL.get("guo2017");

    /** Equalized odds and equal opportunity. */
    public static final Citation EQUALIZED_ODDS = ALL.get("hardt2016");

    /** What is told of a model. */
    public static final Citation MODEL_CARDS = ALL.get("mitchell2019");

    private Literature() {}

    private static ImmutableMap<String, Citation> read() {
        String text;
        try {
            text =
                    Resources.toString(
                            Resources.getResource(
                                    Literature.class, "/dev/fer4j/eval/report/literature.bib"),
                            StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ImmutableMap.Builder<String, Citation> all = ImmutableMap.builder();
        for (Matcher entry = ENTRY.matcher(text); entry.find(); ) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Matcher field = FIELD.matcher(entry.group(3)); field.find(); ) {
                fields.put(field.group(1), field.group(2));
            }
            String inText = fields.remove("shorthand");
            all.put(entry.group(2), new Citation(entry.group(2), entry.group(1), inText, fields));
        }
        return all.buildOrThrow();
    }
}
