package dev.fer4j.study.section;

import static com.google.common.base.CaseFormat.LOWER_HYPHEN;
import static com.google.common.base.CaseFormat.UPPER_CAMEL;

import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.data.source.NeuroBioSense;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.eval.report.literature.Literature;
import dev.fer4j.eval.report.literature.Methods;
import dev.fer4j.study.settings.ReportSettings.Faces;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.study.settings.TrainingPlanText;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.optim.WeightDecay;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.util.Locale;
import java.util.Map;

/** Describes the methods outside evaluation. Unused methods are not cited. */
public final class MethodsText {

    private MethodsText() {}

    /** Returns the methods of a study. */
    public static Methods of(StudySettings settings, StudySources sources) {
        Methods methods =
                training(data(Methods.ofEvaluation(), settings, sources), settings.training());
        return settings.report().faces() == Faces.SHOWN
                ? methods.withTraining(
                        "Evidence for a label in an image was mapped by Grad-CAM",
                        Literature.GRAD_CAM)
                : methods;
    }

    private static Methods data(Methods methods, StudySettings settings, StudySources sources) {
        String description = sources.description().replaceAll("\\.$", "");
        Methods described =
                sources.evaluation() instanceof NeuroBioSense
                        ? methods.withData(
                                description
                                        + "; recordings and questionnaire are laid out as in"
                                        + " NeuroBioSense",
                                Literature.NEUROBIOSENSE)
                        : methods.withData(description);
        return described.withData(frames(settings.data().sampling()));
    }

    private static String frames(SamplingRule rule) {
        String count = rule.count().isPresent() ? rule.count().getAsInt() + " frames" : "Frames";
        String spacing = UPPER_CAMEL.to(LOWER_HYPHEN, rule.spacing().getClass().getSimpleName());
        return "%s of each recording were sampled (%s, along %s) by decoding it forward"
                .formatted(
                        count,
                        spacing.replace('-', ' '),
                        rule.axis().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String network(TrainingPlan plan) {
        if (plan.backbone() instanceof Xception xception) {
            return String.format(
                    Locale.ROOT,
                    "Xception at %s of its width with %s middle modules, dropout %s and the"
                            + " constants of %s",
                    xception.width(),
                    xception.middleRepeats(),
                    xception.dropout(),
                    xception.profile() == NumericsProfile.KERAS ? "Keras" : "timm");
        }
        if (plan.backbone() instanceof MiniXception mini) {
            return String.format(
                    Locale.ROOT,
                    "mini-Xception at %s of its width with dropout %s",
                    mini.width(),
                    mini.dropout());
        }
        return plan.backbone().toString();
    }

    private static Methods training(Methods methods, TrainingPlan plan) {
        Map<String, String> words = TrainingPlanText.of(plan);
        String network =
                "The network was %s on images of %s pixels"
                        .formatted(network(plan), words.get("input"));
        Methods all =
                plan.backbone() instanceof Xception
                        ? methods.withTraining(network, Literature.XCEPTION)
                        : methods.withTraining(network);
        all = all.withTraining("Augmentation of training images: " + words.get("augmentation"));
        if (plan.batchAugmentation() instanceof BatchAugmentation.Mixup) {
            all = all.withTraining("Batches: " + words.get("mixing of batches"), Literature.MIXUP);
        } else if (plan.batchAugmentation() instanceof BatchAugmentation.CutMix) {
            all = all.withTraining("Batches: " + words.get("mixing of batches"), Literature.CUTMIX);
        }
        all =
                all.withTraining(
                        words.get("optimizer") + ", batches of " + words.get("batch"),
                        Literature.ADAM);
        if (!(plan.optimization().adam().decay() instanceof WeightDecay.None)) {
            all = all.withTraining("Weight decay: " + words.get("weight decay"));
        }
        String rate =
                plan.phases().isEmpty()
                        ? "the learning rate was " + words.get("learning rate")
                        : "in " + plan.phases().size() + " phases, which the settings list";
        if (plan.earlyStopping().metric() == TrainingMetric.EPOCH) {
            return all.withTraining(
                    "There were %s epochs; %s; the weights of the last one were kept"
                            .formatted(plan.epochs(), rate));
        }
        return all.withTraining(
                ("There were at most %s epochs; %s; the best epoch by %s was "
                                + "kept, and training stopped after %s without a better one")
                        .formatted(
                                plan.epochs(),
                                rate,
                                words.get("best epoch by"),
                                words.get("patience")));
    }
}
