package dev.fer4j.core;

import java.util.List;

/** A library of machine code that comes as one jar for each platform, and may not be there. */
public enum NativeLibrary {
    /** Networks and tensors. */
    PYTORCH(
            "PyTorch",
            "put ai.djl.pytorch:pytorch-native-cpu for this platform on the class path"
                    + " (docs/adr/0003-natives.md)"),
    /** Images. */
    OPENCV(
            "OpenCV",
            "org.openpnp:opencv has natives for Linux, macOS and Windows on x86-64 and ARM; on"
                    + " Linux it needs glibc"),
    /** Videos. */
    FFMPEG(
            "FFmpeg",
            "put org.bytedeco:ffmpeg and javacpp for this platform on the class path"
                    + " (docs/adr/0003-natives.md)");

    private final String title;
    private final String mend;

    NativeLibrary(String title, String mend) {
        this.title = title;
        this.mend = mend;
    }

    /** Says that it cannot be loaded, why, and what would most likely help. */
    public Problem problem(Throwable why) {
        Throwable root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? root.toString() : root.getMessage();
        return new Problem(
                Problem.Kind.MISSING, "natives", title + " cannot be loaded: " + reason, mend);
    }

    /** An exception with that problem, to be thrown by code that needs the library. */
    public PlanException missing(Throwable why) {
        PlanException exception = new PlanException(List.of(problem(why)));
        exception.initCause(why);
        return exception;
    }
}
