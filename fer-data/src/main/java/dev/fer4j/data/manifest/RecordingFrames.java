package dev.fer4j.data.manifest;

import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.internal.UnreadableFileException;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.video.FrameSampler;
import dev.fer4j.data.video.RecordingFacts;
import dev.fer4j.data.video.SampledFrame;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Converts the recordings of one source to frames on disk, or reuses existing frames. */
final class RecordingFrames {

    private final FrameStore store;
    private final SamplingRule rule;
    private final ImageFormat format;
    private final FrameSampler sampler;
    private final SourceListing listing;

    /** Creates the frames of one source. */
    RecordingFrames(
            FrameStore store, SamplingRule rule, ImageFormat format, SourceListing listing) {
        this.store = store;
        this.rule = rule;
        this.format = format;
        this.sampler = new FrameSampler(rule);
        this.listing = listing;
    }

    IngestionOutcome extract(Recording recording) throws IOException {
        List<FramesRecord.Clip> clips;
        try {
            clips = FramesRecord.clipsOf(recording, listing.folder());
        } catch (FileSystemException e) {
            return IngestionOutcome.quarantined(gone(recording, e));
        }
        Optional<FramesRecord> there =
                store.record(recording.id()).filter(record -> record.tellsOf(clips, rule, format));
        if (there.isPresent()) {
            return used(recording, there.get(), recording.id() + ": already there");
        }
        // A record must not list frames that are no longer those of the clips.
        store.delete(recording.id());
        try {
            FramesRecord record = decode(recording, clips);
            store.put(recording.id(), record);
            return used(recording, record, recording.id());
        } catch (UnreadableFileException e) {
            return IngestionOutcome.quarantined(unreadable(recording, e));
        }
    }

    private IngestionOutcome used(Recording recording, FramesRecord record, String note) {
        return IngestionOutcome.used(samples(recording, record), note).although(record.notes());
    }

    private FramesRecord decode(Recording recording, List<FramesRecord.Clip> clips)
            throws IOException {
        List<FramesRecord.Frame> frames = new ArrayList<>();
        List<RecordingFacts> facts = new ArrayList<>();
        try {
            sampler.sample(recording.clips(), facts::add, frame -> frames.add(write(frame)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new FramesRecord(
                FramesRecord.VERSION,
                rule,
                format,
                clips,
                facts.get(0).damagedPackets(),
                facts.get(0).notes(recording.id(), clip -> RelativePath.of(listing.folder(), clip)),
                frames);
    }

    private FramesRecord.Frame write(SampledFrame frame) {
        byte[] image = format.encode(frame.image());
        try {
            return new FramesRecord.Frame(
                    frame.frameIndex(),
                    RelativePath.of(listing.folder(), frame.clip()),
                    frame.seconds(),
                    frame.repeated(),
                    image.length,
                    store.put(image, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sample> samples(Recording recording, FramesRecord record) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < record.frames().size(); i++) {
            FramesRecord.Frame frame = record.frames().get(i);
            samples.add(
                    new Sample(
                            listing.source() + "/" + recording.id() + "/" + i,
                            store.image(frame.sha256(), format),
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
                            frame.sha256(),
                            recording.groups()));
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
                "cannot be opened; recording " + recording.id() + " is left out",
                "put the clip back and run again");
    }
}
