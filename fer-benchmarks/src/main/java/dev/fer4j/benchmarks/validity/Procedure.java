package dev.fer4j.benchmarks.validity;

import dev.fer4j.eval.inference.ClusterBootstrap;
import dev.fer4j.eval.inference.ClusterPermutation;
import dev.fer4j.eval.inference.DeLong;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Jackknife;
import dev.fer4j.eval.inference.OneWayAnova;
import dev.fer4j.eval.inference.Replicates;
import java.util.Optional;

/** A way to compare two models. */
enum Procedure {
    /** What {@code StudyInference} reports. */
    DEFAULT("**fer4j's default**: jackknife over people, t") {
        @Override
        Verdict of(StudyData study) {
            var difference = study.inference().comparisons().get(0).difference();
            return new Verdict(
                    difference.test().result().filter(test -> test.p() <= 0.05).isPresent(),
                    difference.interval().result());
        }
    },
    /** Obuchowski's variance with a small-sample correction. */
    CLUSTERED_DE_LONG_T("clustered DeLong, t") {
        @Override
        Verdict of(StudyData study) {
            return clustered(study).map(Verdict::of).orElse(NONE);
        }
    },
    /** Obuchowski's variance as published. */
    CLUSTERED_DE_LONG_Z("clustered DeLong, z") {
        @Override
        Verdict of(StudyData study) {
            return clustered(study)
                    .map(e -> new Estimate(e.value(), e.standardError(), Double.POSITIVE_INFINITY))
                    .map(Verdict::of)
                    .orElse(NONE);
        }
    },
    /** Ranks swapped between models, whole people at a time. */
    SWAP_RANKS("permutation: ranks swapped by person") {
        @Override
        Verdict of(StudyData study) {
            return swapped(study, ClusterPermutation.Swapped.RANKS);
        }
    },
    /** Scores swapped between models, whole people at a time. */
    SWAP_SCORES("permutation: scores swapped by person") {
        @Override
        Verdict of(StudyData study) {
            return swapped(study, ClusterPermutation.Swapped.SCORES);
        }
    },
    /** People drawn with replacement. */
    BOOTSTRAP_PEOPLE("bootstrap of people, percentile") {
        @Override
        Verdict of(StudyData study) {
            return Verdict.of(
                    bootstrap(study)
                            .of(study.difference(study.participants()))
                            .map(r -> r.percentile(Interval.DEFAULT_LEVEL)));
        }
    },
    /** The same, bias-corrected and accelerated. */
    BOOTSTRAP_PEOPLE_BCA("bootstrap of people, BCa") {
        @Override
        Verdict of(StudyData study) {
            var difference = study.difference(study.participants());
            return Verdict.of(
                    bootstrap(study)
                            .of(difference)
                            .flatMap(
                                    replicates ->
                                            Jackknife.of(difference)
                                                    .flatMap(
                                                            jackknife ->
                                                                    replicates.bca(
                                                                            Interval.DEFAULT_LEVEL,
                                                                            jackknife))));
        }
    },
    /** People and then their recordings drawn with replacement. */
    BOOTSTRAP_BOTH("bootstrap of people and recordings, percentile") {
        @Override
        Verdict of(StudyData study) {
            return Verdict.of(
                    bootstrap(study)
                            .ofBoth(
                                    study.difference(study.recordings()),
                                    study.recordings().within(study.participants()))
                            .map(r -> r.percentile(Interval.DEFAULT_LEVEL)));
        }
    },
    /** As if images were independent. */
    IMAGE_DE_LONG("DeLong on images") {
        @Override
        Verdict of(StudyData study) {
            return DeLong.of(study.positives(), study.scores())
                    .map(deLong -> Verdict.of(deLong.difference(1, 0)))
                    .result()
                    .orElse(NONE);
        }
    },
    /** As if images were independent. */
    IMAGE_BOOTSTRAP("bootstrap of images, percentile") {
        @Override
        Verdict of(StudyData study) {
            return Verdict.of(
                    bootstrap(study)
                            .of(study.difference(study.images()))
                            .map((Replicates r) -> r.percentile(Interval.DEFAULT_LEVEL)));
        }
    },
    /** One-way analysis of variance of 100 bootstrap AUCs a condition. */
    PAPER_ANOVA("the paper's ANOVA on bootstrap AUCs") {
        @Override
        Verdict of(StudyData study) {
            return Verdict.ofP(
                    study.inference().paperProcedure().runs().get(0).anova().map(OneWayAnova::p));
        }
    };

    private static final Verdict NONE = new Verdict(false, Optional.empty());
    private static final int REPLICATES = 1000;

    private final String title;

    Procedure(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract Verdict of(StudyData study);

    private static Optional<Estimate> clustered(StudyData study) {
        return DeLong.clustered(study.positives(), study.scores(), study.participants())
                .map(deLong -> deLong.difference(1, 0))
                .result();
    }

    private static Verdict swapped(StudyData study, ClusterPermutation.Swapped swapped) {
        return Verdict.ofP(
                new ClusterPermutation(REPLICATES - 1, swapped, study.seed())
                        .aucDifference(
                                study.positives(),
                                study.scores().get(1),
                                study.scores().get(0),
                                study.participants())
                        .map(ClusterPermutation.Result::p));
    }

    private static ClusterBootstrap bootstrap(StudyData study) {
        return new ClusterBootstrap(REPLICATES, study.seed());
    }
}
