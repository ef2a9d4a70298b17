package dev.fer4j.train.device;

import dev.fer4j.core.PlanException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;

/** Prints which natives are used if there are others than those of this JVM's class path. */
public final class FlavourProgram {

    private FlavourProgram() {}

    /** A class path on which only the natives of a folder lie. */
    private static final class Alone extends URLClassLoader {

        Alone(URL folder) {
            super(new URL[] {folder}, FlavourProgram.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("native/lib/") ? findResources(name) : super.getResources(name);
        }
    }

    public static void main(String[] arguments) throws IOException {
        URL folder = Path.of(arguments[1]).toUri().toURL();
        try (URLClassLoader loader =
                arguments[0].equals("alone")
                        ? new Alone(folder)
                        : new URLClassLoader(
                                new URL[] {folder}, FlavourProgram.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Natives natives = PyTorch.natives();
            System.out.println(
                    natives.flavour()
                            + " of "
                            + Collections.max(
                                    natives.sets().stream().map(NativeSet::flavour).toList())
                            + " and "
                            + Collections.min(
                                    natives.sets().stream().map(NativeSet::flavour).toList()));
        } catch (PlanException e) {
            System.out.println(e.getMessage());
        }
    }
}
