package dev.fer4j.core;

import java.util.List;

/** A native library that is distributed as one jar per platform and may be missing at run time. */
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

    /** The problem that this library cannot be loaded, with the cause and the likely remedy. */
    public Problem problem(Throwable why) {
        Throwable root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? root.toString() : root.getMessage();
        return new Problem(
                Problem.Kind.MISSING, "natives", title + " cannot be loaded: " + reason, mend);
    }

    /** Returns an exception with this problem, to be thrown by code that needs the library. */
    public PlanException missing(Throwable why) {
        PlanException exception = new PlanException(List.of(problem(why)));
        exception.initCause(why);
        return exception;
    }
}
