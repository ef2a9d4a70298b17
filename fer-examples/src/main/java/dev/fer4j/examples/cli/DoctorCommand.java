package dev.fer4j.examples.cli;

import dev.fer4j.core.io.Json;
import dev.fer4j.train.doctor.Doctor;
import dev.fer4j.train.doctor.Examination;
import dev.fer4j.train.doctor.Finding;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what there is to compute with. */
@Command(
        name = "doctor",
        description = {
            "Checks what this machine offers for training and prediction, and what is missing:"
                    + " engine, natives, GPU, threads, memory, codecs, folders.",
            "Exit status 1 if there is a problem; warnings do not count."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Examination examination = Doctor.examine();
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.print(json ? Json.pretty(examination) : examination.toText());
        stdout.flush();
        return examination.worst() == Finding.Status.PROBLEM
                ? CommandLine.ExitCode.SOFTWARE
                : CommandLine.ExitCode.OK;
    }
}
