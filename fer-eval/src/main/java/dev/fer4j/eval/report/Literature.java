package dev.fer4j.eval.report;

import com.google.common.collect.ImmutableMap;

/** The works that this library's methods and a study's parts come from. */
public final class Literature {

    /** The paper whose study this is. */
    public static final Citation PAPER =
            new Citation(
                    "alipour2025",
                    "article",
                    "Alipour & Gallegos, 2025",
                    ImmutableMap.of(
                            "author", "Alipour, P. and Gallegos, E.",
                            "title",
                                    "Leveraging generative {AI} synthetic and social media data for"
                                        + " content generalizability to overcome data constraints"
                                        + " in vision deep learning",
                            "journal", "Artificial Intelligence Review",
                            "volume", "58",
                            "pages", "145",
                            "year", "2025"));

    /** The laboratory recordings of the Baseline. */
    public static final Citation NEUROBIOSENSE =
            new Citation(
                    "kocacinar2024",
                    "misc",
                    "Kocaçınar et al., 2024",
                    ImmutableMap.of(
                            "author", "Kocaçınar, B. and others",
                            "title", "{NeuroBioSense}",
                            "howpublished", "Mendeley Data",
                            "year", "2024",
                            "doi", "10.17632/7md7yty9sk"));

    /** The generator of synthetic faces. */
    public static final Citation STYLEGAN2 =
            new Citation(
                    "karras2020",
                    "inproceedings",
                    "Karras et al., 2020",
                    ImmutableMap.of(
                            "author",
                            "Karras, T. and Laine, S. and Aittala, M. and Hellsten, J. and"
                                    + " Lehtinen, J. and Aila, T.",
                            "title",
                            "Analyzing and improving the image quality of {StyleGAN}",
                            "booktitle",
                            "IEEE/CVF Conference on Computer Vision and Pattern" + " Recognition",
                            "year",
                            "2020"));

    /** The network. */
    public static final Citation XCEPTION =
            new Citation(
                    "chollet2017",
                    "inproceedings",
                    "Chollet, 2017",
                    ImmutableMap.of(
                            "author", "Chollet, F.",
                            "title",
                                    "Xception: deep learning with depthwise separable convolutions",
                            "booktitle",
                                    "IEEE Conference on Computer Vision and Pattern Recognition",
                            "year", "2017"));

    /** The optimizer. */
    public static final Citation ADAM =
            new Citation(
                    "kingma2015",
                    "inproceedings",
                    "Kingma & Ba, 2015",
                    ImmutableMap.of(
                            "author", "Kingma, D. P. and Ba, J.",
                            "title", "Adam: a method for stochastic optimization",
                            "booktitle", "International Conference on Learning Representations",
                            "year", "2015"));

    /** What pretrained weights were trained on. */
    public static final Citation IMAGENET =
            new Citation(
                    "deng2009",
                    "inproceedings",
                    "Deng et al., 2009",
                    ImmutableMap.of(
                            "author",
                                    "Deng, J. and Dong, W. and Socher, R. and Li, L.-J. and Li, K."
                                            + " and Fei-Fei, L.",
                            "title", "{ImageNet}: a large-scale hierarchical image database",
                            "booktitle",
                                    "IEEE Conference on Computer Vision and Pattern Recognition",
                            "year", "2009"));

    /** Batches of blended images. */
    public static final Citation MIXUP =
            new Citation(
                    "zhang2018",
                    "inproceedings",
                    "Zhang et al., 2018",
                    ImmutableMap.of(
                            "author",
                                    "Zhang, H. and Cisse, M. and Dauphin, Y. N. and Lopez-Paz, D.",
                            "title", "mixup: beyond empirical risk minimization",
                            "booktitle", "International Conference on Learning Representations",
                            "year", "2018"));

    /** Batches of images with pieces of others. */
    public static final Citation CUTMIX =
            new Citation(
                    "yun2019",
                    "inproceedings",
                    "Yun et al., 2019",
                    ImmutableMap.of(
                            "author",
                            "Yun, S. and Han, D. and Oh, S. J. and Chun, S. and Choe, J."
                                    + " and Yoo, Y.",
                            "title",
                            "{CutMix}: regularization strategy to train strong classifiers"
                                    + " with localizable features",
                            "booktitle",
                            "IEEE/CVF International Conference on Computer Vision",
                            "year",
                            "2019"));

    /** Which parts of an image speak for a class. */
    public static final Citation GRAD_CAM =
            new Citation(
                    "selvaraju2017",
                    "inproceedings",
                    "Selvaraju et al., 2017",
                    ImmutableMap.of(
                            "author",
                            "Selvaraju, R. R. and Cogswell, M. and Das, A. and Vedantam, R."
                                    + " and Parikh, D. and Batra, D.",
                            "title",
                            "{Grad-CAM}: visual explanations from deep networks via"
                                    + " gradient-based localization",
                            "booktitle",
                            "IEEE International Conference on Computer Vision",
                            "year",
                            "2017"));

    /** The ROC curve and its area. */
    public static final Citation ROC =
            new Citation(
                    "fawcett2006",
                    "article",
                    "Fawcett, 2006",
                    ImmutableMap.of(
                            "author", "Fawcett, T.",
                            "title", "An introduction to {ROC} analysis",
                            "journal", "Pattern Recognition Letters",
                            "volume", "27",
                            "number", "8",
                            "pages", "861--874",
                            "year", "2006"));

    /** The precision-recall curve beside the ROC curve. */
    public static final Citation PRECISION_RECALL =
            new Citation(
                    "davis2006",
                    "inproceedings",
                    "Davis & Goadrich, 2006",
                    ImmutableMap.of(
                            "author", "Davis, J. and Goadrich, M.",
                            "title", "The relationship between precision-recall and {ROC} curves",
                            "booktitle", "International Conference on Machine Learning",
                            "pages", "233--240",
                            "year", "2006"));

    /** Leaving each one out. */
    public static final Citation JACKKNIFE =
            new Citation(
                    "efron1982",
                    "book",
                    "Efron, 1982",
                    ImmutableMap.of(
                            "author", "Efron, B.",
                            "title", "The jackknife, the bootstrap and other resampling plans",
                            "publisher", "SIAM",
                            "year", "1982"));

    /** Why the jackknife with few clusters. */
    public static final Citation FEW_CLUSTERS =
            new Citation(
                    "mackinnon2023",
                    "article",
                    "MacKinnon et al., 2023",
                    ImmutableMap.of(
                            "author", "MacKinnon, J. G. and Nielsen, M. {\\O}. and Webb, M. D.",
                            "title", "Cluster-robust inference: a guide to empirical practice",
                            "journal", "Journal of Econometrics",
                            "volume", "232",
                            "number", "2",
                            "pages", "272--299",
                            "year", "2023"));

    /** Several trainings tested on the same people, as several readers on the same cases. */
    public static final Citation CROSSED =
            new Citation(
                    "obuchowski1995",
                    "article",
                    "Obuchowski & Rockette, 1995",
                    ImmutableMap.of(
                            "author", "Obuchowski, N. A. and Rockette, H. E.",
                            "title",
                                    "Hypothesis testing of diagnostic accuracy for multiple readers"
                                        + " and multiple tests: an {ANOVA} approach with dependent"
                                        + " observations",
                            "journal", "Communications in Statistics: Simulation and Computation",
                            "volume", "24",
                            "number", "2",
                            "pages", "285--308",
                            "year", "1995"));

    /** Resampling whole clusters. */
    public static final Citation BOOTSTRAP =
            new Citation(
                    "davison1997",
                    "book",
                    "Davison & Hinkley, 1997",
                    ImmutableMap.of(
                            "author", "Davison, A. C. and Hinkley, D. V.",
                            "title", "Bootstrap methods and their application",
                            "publisher", "Cambridge University Press",
                            "year", "1997"));

    /** The bias-corrected and accelerated bootstrap interval. */
    public static final Citation BCA =
            new Citation(
                    "efron1987",
                    "article",
                    "Efron, 1987",
                    ImmutableMap.of(
                            "author", "Efron, B.",
                            "title", "Better bootstrap confidence intervals",
                            "journal", "Journal of the American Statistical Association",
                            "volume", "82",
                            "number", "397",
                            "pages", "171--185",
                            "year", "1987"));

    /** Comparing the areas under ROC curves of independent subjects. */
    public static final Citation DELONG =
            new Citation(
                    "delong1988",
                    "article",
                    "DeLong et al., 1988",
                    ImmutableMap.of(
                            "author", "DeLong, E. R. and DeLong, D. M. and Clarke-Pearson, D. L.",
                            "title",
                                    "Comparing the areas under two or more correlated receiver"
                                            + " operating characteristic curves: a nonparametric"
                                            + " approach",
                            "journal", "Biometrics",
                            "volume", "44",
                            "number", "3",
                            "pages", "837--845",
                            "year", "1988"));

    /** The same for clustered data. */
    public static final Citation OBUCHOWSKI =
            new Citation(
                    "obuchowski1997",
                    "article",
                    "Obuchowski, 1997",
                    ImmutableMap.of(
                            "author", "Obuchowski, N. A.",
                            "title", "Nonparametric analysis of clustered {ROC} curve data",
                            "journal", "Biometrics",
                            "volume", "53",
                            "number", "2",
                            "pages", "567--578",
                            "year", "1997"));

    /** Correction for the number of tests. */
    public static final Citation HOLM =
            new Citation(
                    "holm1979",
                    "article",
                    "Holm, 1979",
                    ImmutableMap.of(
                            "author", "Holm, S.",
                            "title", "A simple sequentially rejective multiple test procedure",
                            "journal", "Scandinavian Journal of Statistics",
                            "volume", "6",
                            "number", "2",
                            "pages", "65--70",
                            "year", "1979"));

    /** Correction of repeated-measures analyses. */
    public static final Citation GREENHOUSE_GEISSER =
            new Citation(
                    "greenhouse1959",
                    "article",
                    "Greenhouse & Geisser, 1959",
                    ImmutableMap.of(
                            "author", "Greenhouse, S. W. and Geisser, S.",
                            "title", "On methods in the analysis of profile data",
                            "journal", "Psychometrika",
                            "volume", "24",
                            "number", "2",
                            "pages", "95--112",
                            "year", "1959"));

    /** Ranks within blocks. */
    public static final Citation FRIEDMAN =
            new Citation(
                    "friedman1937",
                    "article",
                    "Friedman, 1937",
                    ImmutableMap.of(
                            "author", "Friedman, M.",
                            "title",
                                    "The use of ranks to avoid the assumption of normality implicit"
                                            + " in the analysis of variance",
                            "journal", "Journal of the American Statistical Association",
                            "volume", "32",
                            "number", "200",
                            "pages", "675--701",
                            "year", "1937"));

    /** The squared error of probabilities. */
    public static final Citation BRIER =
            new Citation(
                    "brier1950",
                    "article",
                    "Brier, 1950",
                    ImmutableMap.of(
                            "author", "Brier, G. W.",
                            "title", "Verification of forecasts expressed in terms of probability",
                            "journal", "Monthly Weather Review",
                            "volume", "78",
                            "number", "1",
                            "pages", "1--3",
                            "year", "1950"));

    /** Expected calibration error and temperature scaling. */
    public static final Citation CALIBRATION =
            new Citation(
                    "guo2017",
                    "inproceedings",
                    "Guo et al., 2017",
                    ImmutableMap.of(
                            "author", "Guo, C. and Pleiss, G. and Sun, Y. and Weinberger, K. Q.",
                            "title", "On calibration of modern neural networks",
                            "booktitle", "International Conference on Machine Learning",
                            "year", "2017"));

    /** Equalized odds and equal opportunity. */
    public static final Citation EQUALIZED_ODDS =
            new Citation(
                    "hardt2016",
                    "inproceedings",
                    "Hardt et al., 2016",
                    ImmutableMap.of(
                            "author", "Hardt, M. and Price, E. and Srebro, N.",
                            "title", "Equality of opportunity in supervised learning",
                            "booktitle", "Advances in Neural Information Processing Systems",
                            "volume", "29",
                            "year", "2016"));

    /** What is told of a model. */
    public static final Citation MODEL_CARDS =
            new Citation(
                    "mitchell2019",
                    "inproceedings",
                    "Mitchell et al., 2019",
                    ImmutableMap.of(
                            "author",
                                    "Mitchell, M. and Wu, S. and Zaldivar, A. and Barnes, P. and"
                                        + " Vasserman, L. and Hutchinson, B. and Spitzer, E. and"
                                        + " Raji, I. D. and Gebru, T.",
                            "title", "Model cards for model reporting",
                            "booktitle", "Conference on Fairness, Accountability, and Transparency",
                            "pages", "220--229",
                            "year", "2019"));

    private Literature() {}
}
