package dev.fer4j.eval.report.literature;

import com.google.common.io.Resources;
import dev.fer4j.eval.report.model.Citation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The works that introduced this library's methods and the parts of a study: {@code
 * literature.bib}.
 */
public final class Literature {

    private static final Map<String, Citation> ALL = read("/dev/fer4j/eval/report/literature.bib");

    /** The paper whose study is reproduced. */
    public static final Citation PAPER = cited("alipour2025");

    /** The laboratory recordings of the Baseline. */
    public static final Citation NEUROBIOSENSE = cited("kocacinar2024");

    /** The generator of synthetic faces. */
    public static final Citation STYLEGAN2 = cited("karras2020");

    /** The network. */
    public static final Citation XCEPTION = cited("chollet2017");

    /** The optimizer. */
    public static final Citation ADAM = cited("kingma2015");

    /** The data set that pretrained weights were trained on. */
    public static final Citation IMAGENET = cited("deng2009");

    /** Batches of blended images. */
    public static final Citation MIXUP = cited("zhang2018");

    /** Batches of images with patches of other images. */
    public static final Citation CUTMIX = cited("yun2019");

    /** Which parts of an image support a class. */
    public static final Citation GRAD_CAM = cited("selvaraju2017");

    /** The ROC curve and its area. */
    public static final Citation ROC = cited("fawcett2006");

    /** The relation of the precision-recall curve to the ROC curve. */
    public static final Citation PRECISION_RECALL = cited("davis2006");

    /** The jackknife. */
    public static final Citation JACKKNIFE = cited("efron1982");

    /** Why to use the jackknife with few clusters. */
    public static final Citation FEW_CLUSTERS = cited("mackinnon2023");

    /**
     * Several trainings tested on the same people, analogous to several readers on the same cases.
     */
    public static final Citation CROSSED = cited("obuchowski1995");

    /** Resampling whole clusters. */
    public static final Citation BOOTSTRAP = cited("davison1997");

    /** The bias-corrected and accelerated bootstrap interval. */
    public static final Citation BCA = cited("efron1987");

    /** Comparing the areas under ROC curves of independent subjects. */
    public static final Citation DELONG = cited("delong1988");

    /** The same for clustered data. */
    public static final Citation OBUCHOWSKI = cited("obuchowski1997");

    /** Correction for the number of tests. */
    public static final Citation HOLM = cited("holm1979");

    /** Correction of repeated-measures analyses. */
    public static final Citation GREENHOUSE_GEISSER = cited("greenhouse1959");

    /** Friedman's test, by ranks within blocks. */
    public static final Citation FRIEDMAN = cited("friedman1937");

    /** The squared error of probabilities. */
    public static final Citation BRIER = cited("brier1950");

    /** Expected calibration error and temperature scaling. */
    public static final Citation CALIBRATION = cited("guo2017");

    /** Equalized odds and equal opportunity. */
    public static final Citation EQUALIZED_ODDS = cited("hardt2016");

    /** Model cards. */
    public static final Citation MODEL_CARDS = cited("mitchell2019");

    private Literature() {}

    private static Map<String, Citation> read(String resource) {
        try {
            String entries =
                    Resources.toString(
                            Resources.getResource(Literature.class, resource),
                            StandardCharsets.UTF_8);
            return Citation.ofBibTeX(entries).stream()
                    .collect(Collectors.toMap(Citation::key, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Citation cited(String key) {
        return Optional.ofNullable(ALL.get(key))
                .orElseThrow(() -> new IllegalStateException("literature.bib lacks " + key));
    }
}
