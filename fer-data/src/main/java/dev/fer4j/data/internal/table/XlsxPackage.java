package dev.fer4j.data.internal.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a workbook, which is a zip archive. Their names are compared ignoring case. */
final class XlsxPackage implements AutoCloseable {

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    private XlsxPackage(ZipFile zip, Map<String, ZipEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    static XlsxPackage open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            Map<String, ZipEntry> entries = new HashMap<>();
            zip.stream().forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
            return new XlsxPackage(zip, entries);
        } catch (IllegalArgumentException e) {
            zip.close();
            throw new IOException("the name of a part is not valid", e);
        }
    }

    /** Some programs write backslashes. */
    private static String key(String name) {
        String forward = name.replace('\\', '/');
        return (forward.startsWith("/") ? forward.substring(1) : forward).toLowerCase(Locale.ROOT);
    }

    /** The names of all parts in lower case. */
    Set<String> names() {
        return Set.copyOf(entries.keySet());
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /**
     * Opens a part as XML.
     *
     * @throws IOException if there is no such part, or it is not XML
     */
    XmlPart xml(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new IOException("it has no part " + part);
        }
        return XmlPart.open(new BoundedXml(zip.getInputStream(entry), entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
