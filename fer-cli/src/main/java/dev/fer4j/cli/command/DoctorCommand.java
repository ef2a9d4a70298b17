package dev.fer4j.cli.command;

import dev.fer4j.cli.output.Console;
import dev.fer4j.train.doctor.Doctor;
import dev.fer4j.train.doctor.Examination;
import dev.fer4j.train.doctor.MachineFinding;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks this machine. */
@Command(
        name = "doctor",
        description = {
            "Checks what this machine offers for training and prediction, and what is missing:"
                    + " engine, natives, GPU, threads, memory, codecs, folders.",
            "Exit status 1 if there is a problem; warnings do not count."
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    @Mixin private Console console;

    @Override
    public Integer call() {
        Examination examination = Doctor.examine();
        console.print(examination, () -> examination.toText());
        return examination.worst() == MachineFinding.Status.PROBLEM
                ? CommandLine.ExitCode.SOFTWARE
                : CommandLine.ExitCode.OK;
    }
}
