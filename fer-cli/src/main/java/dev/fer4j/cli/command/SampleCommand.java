package dev.fer4j.cli.command;

import dev.fer4j.cli.option.SampleOptions;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.FramesFolder;
import dev.fer4j.cli.output.SampleReport;
import dev.fer4j.cli.output.SampledFiles;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.source.ClipFiles;
import dev.fer4j.data.video.FrameSampler;
import dev.fer4j.data.video.RecordingFacts;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Samples the frames of one video. */
@Command(
        name = "sample",
        sortOptions = false,
        description = {
            "Writes frames of one video to a folder as VIDEO-00.png, VIDEO-01.png, …, with a"
                    + " contact sheet. By default ten at equal intervals, as in the paper.",
            "A folder is one recording: its clips are read one after the other, 2.mp4 before"
                    + " 10.mp4.",
            "Frames are upright, and pixels that are not square are made square.",
        },
        mixinStandardHelpOptions = true)
public final class SampleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "VIDEO", description = "A video file, or a folder of clips.")
    private Path video;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: VIDEO-frames in the working folder.")
    private Path out;

    @Option(
            names = "--force",
            description =
                    "Write to a folder that is not empty. Frames of a video of this name and the"
                            + " contact sheet are replaced; all other files are kept.")
    private boolean force;

    @Mixin private SampleOptions options;

    @Option(
            names = "--sheet-columns",
            paramLabel = "N",
            description =
                    "Frames per row of the contact sheet. Default: 5, or 10 for more than 50"
                            + " frames.")
    private Integer sheetColumns;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        SamplingRule rule = checked(options::samplingRule);
        ImageFormat format = checked(options::imageFormat);
        if (sheetColumns != null && sheetColumns < 1) {
            throw console.usage("--sheet-columns " + sheetColumns + ": expected at least 1");
        }
        ClipFiles clips = ClipFiles.of(video);
        String name = name();
        FramesFolder folder =
                FramesFolder.open(out == null ? Path.of(name + "-frames") : out, name, force);
        PrintWriter stdout = console.out();
        boolean several = clips.clips().size() > 1;
        SampledFiles files =
                new SampledFiles(
                        folder,
                        format,
                        frame -> {
                            if (!console.isJson()) {
                                stdout.println(SampledFiles.line(frame, several));
                            }
                        });
        try {
            new FrameSampler(rule).sample(clips.clips(), files::begin, files::write);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        files.writeSheet(Optional.ofNullable(sheetColumns));
        SampleReport report = report(clips, rule, format, folder, files, name);
        if (console.isJson()) {
            stdout.print(Json.pretty(report));
        } else {
            summarize(report, stdout);
        }
        stdout.flush();
        return 0;
    }

    private <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw console.usage(e.getMessage());
        }
    }

    /** The name of the file without its extension, or of the folder. */
    private String name() {
        Path absolute = video.toAbsolutePath().normalize();
        Path last = absolute.getFileName();
        String name = last == null ? "recording" : last.toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && Files.isRegularFile(absolute) ? name.substring(0, dot) : name;
    }

    private SampleReport report(
            ClipFiles clips,
            SamplingRule rule,
            ImageFormat format,
            FramesFolder folder,
            SampledFiles files,
            String name) {
        RecordingFacts facts = files.facts();
        return new SampleReport(
                video.toString(),
                clips.clips().stream().map(Path::toString).toList(),
                facts.clips().stream().map(SampleReport.Picture::of).toList(),
                clips.others().stream().map(Path::toString).toList(),
                clips.copies(),
                rule,
                format,
                facts.times().size(),
                facts.times().duration(),
                facts.times().isVariable(),
                facts.damagedPackets(),
                facts.notes(name, clip -> clip.getFileName().toString()).stream()
                        .map(Problem::message)
                        .toList(),
                folder.path().toString(),
                SampledFiles.SHEET,
                files.sheetImages(),
                files.frames());
    }

    private static void summarize(SampleReport report, PrintWriter stdout) {
        stdout.println(
                String.format(
                        Locale.ROOT,
                        "%s: %s, %.3f s, variable frame rate: %s",
                        report.video(),
                        frames(report.framesInRecording()),
                        report.seconds(),
                        report.variableFrameRate() ? "yes" : "no"));
        report.pictures().stream()
                .map(SampleReport.Picture::text)
                .distinct()
                .forEach(stdout::println);
        report.notes().forEach(note -> stdout.println("note: " + note));
        if (!report.notRead().isEmpty()) {
            stdout.println("not read: " + String.join(", ", report.notRead()));
        }
        report.copies().forEach(copy -> stdout.println("not read: " + copy.message()));
        stdout.println(frames(report.frames().size()) + " in " + report.folder());
        stdout.println(
                report.contactSheet()
                        + (report.contactSheetFrames() == report.frames().size()
                                ? " shows all of them"
                                : " shows "
                                        + report.contactSheetFrames()
                                        + " of them, evenly spaced"));
    }

    private static String frames(int number) {
        return number + (number == 1 ? " frame" : " frames");
    }
}
