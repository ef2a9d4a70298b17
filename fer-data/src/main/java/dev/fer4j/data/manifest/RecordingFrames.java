package dev.fer4j.data.manifest;

import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.internal.UnreadableFileException;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.video.FrameSampler;
import dev.fer4j.data.video.SampledFrame;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the recordings of one source into frames on disk, or finds them there. */
final class RecordingFrames {

    private final Path home;
    private final SamplingRule rule;
    private final FrameSampler sampler;
    private final SourceListing listing;

    /**
     * For one source.
     *
     * @param home the folder that gets a folder for each recording
     */
    RecordingFrames(Path home, SamplingRule rule, SourceListing listing) {
        this.home = home;
        this.rule = rule;
        this.sampler = new FrameSampler(rule);
        this.listing = listing;
    }

    Outcome extract(Recording recording) throws IOException {
        Path folder = home.resolve(recording.id());
        List<FramesRecord.Clip> clips;
        try {
            clips = FramesRecord.clipsOf(recording, listing.folder());
        } catch (FileSystemException e) {
            return Outcome.quarantined(gone(recording, e));
        }
        Optional<FramesRecord> there = FramesRecord.readIfCurrent(folder, rule, clips);
        if (there.isPresent()) {
            return Outcome.used(
                    samples(recording, folder, there.get()), recording.id() + ": already there");
        }
        try {
            FramesRecord record =
                    new FramesRecord(FramesRecord.VERSION, rule, clips, decode(recording, folder));
            record.write(folder);
            return Outcome.used(samples(recording, folder, record), recording.id());
        } catch (UnreadableFileException e) {
            clear(folder);
            return Outcome.quarantined(unreadable(recording, e));
        }
    }

    private List<FramesRecord.Frame> decode(Recording recording, Path folder) throws IOException {
        clear(folder);
        List<FramesRecord.Frame> frames = new ArrayList<>();
        try {
            sampler.sample(recording, frame -> frames.add(write(frame, folder, frames.size())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return frames;
    }

    private FramesRecord.Frame write(SampledFrame frame, Path folder, int number) {
        byte[] png = ImageFiles.encodePng(frame.image());
        try {
            WholeFile.write(folder.resolve(number + ".png"), out -> out.write(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FramesRecord.Frame(
                frame.frameIndex(),
                RelativePath.of(listing.folder(), frame.clip()),
                frame.seconds(),
                frame.repeated(),
                png.length,
                Sha256.of(png));
    }

    /**
     * Removes what an earlier run left, its record first, so that no record outlives its frames.
     */
    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        FramesRecord.delete(folder);
        List<Path> images;
        try (Stream<Path> files = Files.list(folder)) {
            images =
                    files.filter(file -> file.getFileName().toString().matches("[0-9]+\\.png"))
                            .toList();
        }
        for (Path image : images) {
            Files.delete(image);
        }
    }

    private List<Sample> samples(Recording recording, Path folder, FramesRecord record) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < record.frames().size(); i++) {
            FramesRecord.Frame frame = record.frames().get(i);
            samples.add(
                    new Sample(
                            listing.source() + "/" + recording.id() + "/" + i,
                            folder.resolve(i + ".png"),
                            recording.label(),
                            recording.participant(),
                            recording.id(),
                            recording.ad(),
                            recording.category(),
                            listing.source(),
                            new Origin.VideoFrame(
                                    frame.clip(),
                                    frame.frameIndex(),
                                    frame.seconds(),
                                    frame.repeated()),
                            recording.demographics(),
                            recording.rights(),
                            frame.sha256()));
        }
        return samples;
    }

    private Problem unreadable(Recording recording, UnreadableFileException e) {
        Problem problem = e.problem(RelativePath.of(listing.folder(), e.file()));
        return new Problem(
                problem.kind(),
                problem.subject(),
                problem.cause() + "; recording " + recording.id() + " is left out",
                problem.mend());
    }

    private Problem gone(Recording recording, FileSystemException e) {
        return new Problem(
                Problem.Kind.MISSING,
                RelativePath.of(listing.folder(), Path.of(e.getFile())),
                "cannot be opened any more; recording " + recording.id() + " is left out",
                "put the clip back and run again");
    }
}
