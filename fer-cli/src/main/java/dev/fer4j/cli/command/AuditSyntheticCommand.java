package dev.fer4j.cli.command;

import dev.fer4j.cli.option.DeviceOption;
import dev.fer4j.cli.option.SplitOptions;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.study.section.SyntheticAudits;
import dev.fer4j.study.section.SyntheticSection;
import dev.fer4j.synthesis.audit.BackboneFeatures;
import dev.fer4j.synthesis.audit.LabelPreservation;
import dev.fer4j.synthesis.audit.SyntheticAudit;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Audits synthetic images. */
@Command(
        name = "audit-synthetic",
        sortOptions = false,
        description = {
            "Reports how close synthetic images are to real ones (KID, FID, precision, recall,"
                    + " density, coverage), whether they are copies of people, whether a classifier"
                    + " confirms their labels, how much they vary, and how they shift the shares of"
                    + " groups.",
            "With --kept, writes a manifest of the images whose label the classifier confirms."
        },
        mixinStandardHelpOptions = true)
public final class AuditSyntheticCommand implements Callable<Integer> {

    @Option(
            names = "--real",
            paramLabel = "FILE",
            required = true,
            description = "Manifest (.jsonl) of real images, of all splits.")
    private Path real;

    @Option(
            names = "--synthetic",
            paramLabel = "FILE",
            required = true,
            description = "Manifest (.jsonl) of synthetic images, such as fer synthesize writes.")
    private Path synthetic;

    @Option(
            names = "--features",
            paramLabel = "MODEL",
            required = true,
            description = "A model file (fer train) in whose features distances are measured.")
    private Path features;

    @Option(
            names = "--classifier",
            paramLabel = "MODEL",
            description =
                    "A model file trained on real images, used to confirm labels. Default: labels"
                            + " are not checked.")
    private Path classifier;

    @Mixin private SplitOptions split;

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "With --classifier: the file for the manifest of confirmed images.")
    private Path kept;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of subsets. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Mixin private DeviceOption device;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        if (kept != null && classifier == null) {
            throw console.usage("--kept requires --classifier, which confirms labels");
        }
        if (kept != null) {
            OutputPath.requireFile(kept);
            OutputPath.requireOther(kept, List.of(synthetic, real));
        }
        Manifest made = ManifestFile.read(synthetic);
        List<Sample> images = made.samples().stream().filter(Sample::isSynthetic).toList();
        if (images.size() < 2) {
            throw console.usage(
                    synthetic + " has " + images.size() + " synthetic images; 2 are needed");
        }
        Map<String, List<Sample>> sets = sets();
        List<Sample> training = sets.getOrDefault(SyntheticAudit.TRAINING, List.of());
        try (ProgressBars progress = ProgressBars.onStandardError();
                LoadedModel model = ModelFile.read(features, device.choice())) {
            Optional<LabelPreservation> labels =
                    classifier == null
                            ? Optional.empty()
                            : Optional.of(
                                    new SyntheticAudits(classifier, device.choice(), progress)
                                            .labels(images, training));
            SyntheticAudit audit =
                    SyntheticAudit.of(
                            BackboneFeatures.of(model),
                            images,
                            sets,
                            labels,
                            new Seed(seed),
                            progress);
            if (kept != null) {
                writeKept(made, labels.orElseThrow());
            }
            LabelNames names =
                    classifier == null
                            ? LabelNames.INTEREST
                            : ModelFile.describe(classifier).labels();
            console.print(audit, () -> SyntheticSection.toText(audit, names));
        }
        return 0;
    }

    private Map<String, List<Sample>> sets() throws IOException {
        List<Sample> all =
                ManifestFile.read(real).samples().stream()
                        .filter(sample -> !(sample.origin() instanceof Origin.Synthetic))
                        .toList();
        Map<String, List<Sample>> sets = new LinkedHashMap<>();
        sets.put(SyntheticAudit.TRAINING, of(all, split.split().train()));
        sets.put("validation", of(all, split.split().validate()));
        sets.put("test", of(all, split.split().test()));
        if (sets.getOrDefault(SyntheticAudit.TRAINING, List.of()).size() < 2) {
            throw console.usage(real + " has no two images of " + split.split().train());
        }
        return sets;
    }

    private static List<Sample> of(List<Sample> samples, Set<AdCategory> categories) {
        return samples.stream()
                .filter(sample -> sample.category().filter(categories::contains).isPresent())
                .toList();
    }

    private void writeKept(Manifest made, LabelPreservation labels) throws IOException {
        List<String> confirmed = labels.kept().stream().map(Prediction::sample).toList();
        Manifest rest =
                new Manifest(
                        made.source(),
                        made.samples().stream().filter(s -> confirmed.contains(s.id())).toList(),
                        made.quarantined());
        ManifestFile.write(kept, rest, ManifestFile.folder(synthetic));
        WholeFile.writeString(
                Path.of(kept + ".dropped.txt"),
                labels.dropped().stream()
                        .map(p -> p.sample() + "\n")
                        .collect(Collectors.joining()));
    }
}
