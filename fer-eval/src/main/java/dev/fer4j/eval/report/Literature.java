package dev.fer4j.eval.report;

import static dev.fer4j.eval.report.Citation.article;
import static dev.fer4j.eval.report.Citation.atConference;
import static dev.fer4j.eval.report.Citation.book;

import com.google.common.collect.ImmutableMap;

/** The works that this library's methods and a study's parts come from. */
public final class Literature {

    /** The paper whose study this is. */
    public static final Citation PAPER =
            article(
                    "alipour2025",
                    "Alipour & Gallegos, 2025",
                    "Alipour, P. and Gallegos, E.",
                    "Leveraging generative {AI} synthetic and social media data for content"
                        + " generalizability to overcome data constraints in vision deep learning",
                    "Artificial Intelligence Review",
                    "58",
                    "145");

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
            atConference(
                    "karras2020",
                    "Karras et al., 2020",
                    "Karras, T. and Laine, S. and Aittala, M. and Hellsten, J. and Lehtinen, J. and"
                            + " Aila, T.",
                    "Analyzing and improving the image quality of {StyleGAN}",
                    "IEEE/CVF Conference on Computer Vision and Pattern Recognition");

    /** The network. */
    public static final Citation XCEPTION =
            atConference(
                    "chollet2017",
                    "Chollet, 2017",
                    "Chollet, F.",
                    "Xception: deep learning with depthwise separable convolutions",
                    "IEEE Conference on Computer Vision and Pattern Recognition");

    /** The optimizer. */
    public static final Citation ADAM =
            atConference(
                    "kingma2015",
                    "Kingma & Ba, 2015",
                    "Kingma, D. P. and Ba, J.",
                    "Adam: a method for stochastic optimization",
                    "International Conference on Learning Representations");

    /** What pretrained weights were trained on. */
    public static final Citation IMAGENET =
            atConference(
                    "deng2009",
                    "Deng et al., 2009",
                    "Deng, J. and Dong, W. and Socher, R. and Li, L.-J. and Li, K. and Fei-Fei, L.",
                    "{ImageNet}: a large-scale hierarchical image database",
                    "IEEE Conference on Computer Vision and Pattern Recognition");

    /** Batches of blended images. */
    public static final Citation MIXUP =
            atConference(
                    "zhang2018",
                    "Zhang et al., 2018",
                    "Zhang, H. and Cisse, M. and Dauphin, Y. N. and Lopez-Paz, D.",
                    "mixup: beyond empirical risk minimization",
                    "International Conference on Learning Representations");

    /** Batches of images with pieces of others. */
    public static final Citation CUTMIX =
            atConference(
                    "yun2019",
                    "Yun et al., 2019",
                    "Yun, S. and Han, D. and Oh, S. J. and Chun, S. and Choe, J. and Yoo, Y.",
                    "{CutMix}: regularization strategy to train strong classifiers with localizable"
                            + " features",
                    "IEEE/CVF International Conference on Computer Vision");

    /** Which parts of an image speak for a class. */
    public static final Citation GRAD_CAM =
            atConference(
                    "selvaraju2017",
                    "Selvaraju et al., 2017",
                    "Selvaraju, R. R. and Cogswell, M. and Das, A. and Vedantam, R. and Parikh, D."
                            + " and Batra, D.",
                    "{Grad-CAM}: visual explanations from deep networks via gradient-based"
                            + " localization",
                    "IEEE International Conference on Computer Vision");

    /** The ROC curve and its area. */
    public static final Citation ROC =
            article(
                    "fawcett2006",
                    "Fawcett, 2006",
                    "Fawcett, T.",
                    "An introduction to {ROC} analysis",
                    "Pattern Recognition Letters",
                    "27",
                    "861--874");

    /** The precision-recall curve beside the ROC curve. */
    public static final Citation PRECISION_RECALL =
            atConference(
                    "davis2006",
                    "Davis & Goadrich, 2006",
                    "Davis, J. and Goadrich, M.",
                    "The relationship between precision-recall and {ROC} curves",
                    "International Conference on Machine Learning");

    /** Leaving each one out. */
    public static final Citation JACKKNIFE =
            book(
                    "efron1982",
                    "Efron, 1982",
                    "Efron, B.",
                    "The jackknife, the bootstrap and other resampling plans",
                    "SIAM");

    /** Why the jackknife with few clusters. */
    public static final Citation FEW_CLUSTERS =
            article(
                    "mackinnon2023",
                    "MacKinnon et al., 2023",
                    "MacKinnon, J. G. and Nielsen, M. {\\O}. and Webb, M. D.",
                    "Cluster-robust inference: a guide to empirical practice",
                    "Journal of Econometrics",
                    "232",
                    "272--299");

    /** Several trainings tested on the same people, as several readers on the same cases. */
    public static final Citation CROSSED =
            article(
                    "obuchowski1995",
                    "Obuchowski & Rockette, 1995",
                    "Obuchowski, N. A. and Rockette, H. E.",
                    "Hypothesis testing of diagnostic accuracy for multiple readers and multiple"
                            + " tests: an {ANOVA} approach with dependent observations",
                    "Communications in Statistics: Simulation and Computation",
                    "24",
                    "285--308");

    /** Resampling whole clusters. */
    public static final Citation BOOTSTRAP =
            book(
                    "davison1997",
                    "Davison & Hinkley, 1997",
                    "Davison, A. C. and Hinkley, D. V.",
                    "Bootstrap methods and their application",
                    "Cambridge University Press");

    /** The bias-corrected and accelerated bootstrap interval. */
    public static final Citation BCA =
            article(
                    "efron1987",
                    "Efron, 1987",
                    "Efron, B.",
                    "Better bootstrap confidence intervals",
                    "Journal of the American Statistical Association",
                    "82",
                    "171--185");

    /** Comparing the areas under ROC curves of independent subjects. */
    public static final Citation DELONG =
            article(
                    "delong1988",
                    "DeLong et al., 1988",
                    "DeLong, E. R. and DeLong, D. M. and Clarke-Pearson, D. L.",
                    "Comparing the areas under two or more correlated receiver operating"
                            + " characteristic curves: a nonparametric approach",
                    "Biometrics",
                    "44",
                    "837--845");

    /** The same for clustered data. */
    public static final Citation OBUCHOWSKI =
            article(
                    "obuchowski1997",
                    "Obuchowski, 1997",
                    "Obuchowski, N. A.",
                    "Nonparametric analysis of clustered {ROC} curve data",
                    "Biometrics",
                    "53",
                    "567--578");

    /** Correction for the number of tests. */
    public static final Citation HOLM =
            article(
                    "holm1979",
                    "Holm, 1979",
                    "Holm, S.",
                    "A simple sequentially rejective multiple test procedure",
                    "Scandinavian Journal of Statistics",
                    "6",
                    "65--70");

    /** Correction of repeated-measures analyses. */
    public static final Citation GREENHOUSE_GEISSER =
            article(
                    "greenhouse1959",
                    "Greenhouse & Geisser, 1959",
                    "Greenhouse, S. W. and Geisser, S.",
                    "On methods in the analysis of profile data",
                    "Psychometrika",
                    "24",
                    "95--112");

    /** Ranks within blocks. */
    public static final Citation FRIEDMAN =
            article(
                    "friedman1937",
                    "Friedman, 1937",
                    "Friedman, M.",
                    "The use of ranks to avoid the assumption of normality implicit in the analysis"
                            + " of variance",
                    "Journal of the American Statistical Association",
                    "32",
                    "675--701");

    /** The squared error of probabilities. */
    public static final Citation BRIER =
            article(
                    "brier1950",
                    "Brier, 1950",
                    "Brier, G. W.",
                    "Verification of forecasts expressed in terms of probability",
                    "Monthly Weather Review",
                    "78",
                    "1--3");

    /** Expected calibration error and temperature scaling. */
    public static final Citation CALIBRATION =
            atConference(
                    "guo2017",
                    "Guo et al., 2017",
                    "Guo, C. and Pleiss, G. and Sun, Y. and Weinberger, K. Q.",
                    "On calibration of modern neural networks",
                    "International Conference on Machine Learning");

    /** Equalized odds and equal opportunity. */
    public static final Citation EQUALIZED_ODDS =
            atConference(
                    "hardt2016",
                    "Hardt et al., 2016",
                    "Hardt, M. and Price, E. and Srebro, N.",
                    "Equality of opportunity in supervised learning",
                    "Advances in Neural Information Processing Systems");

    /** What is reported about a model. */
    public static final Citation MODEL_CARDS =
            atConference(
                    "mitchell2019",
                    "Mitchell et al., 2019",
                    "Mitchell, M. and Wu, S. and Zaldivar, A. and Barnes, P. and Vasserman, L. and"
                            + " Hutchinson, B. and Spitzer, E. and Raji, I. D. and Gebru, T.",
                    "Model cards for model reporting",
                    "Conference on Fairness, Accountability, and Transparency");

    private Literature() {}
}
