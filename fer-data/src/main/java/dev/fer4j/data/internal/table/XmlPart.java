package dev.fer4j.data.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A forward reader of XML without document types and entities. Only elements in the namespace of
 * the first element have names; those of extensions have an empty one. Workbooks come with two sets
 * of namespaces ("transitional" and "strict"), which have the same names in them.
 */
final class XmlPart implements AutoCloseable {

    private static final int DEEPEST = 64;

    /** A parser keeps every name; workbooks have a few hundred. */
    private static final int MOST_NAMES = 10_000;

    /** Length of UTF-8's byte order mark, the longer of the two. */
    private static final int MARK = 3;

    private static final String DETAIL = "Message: ";

    private final InputStream in;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private String namespace = "";

    private XmlPart(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    static XmlPart open(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            // If it decoded the bytes itself, the parser would print that some are not valid.
            return new XmlPart(in, factory.createXMLStreamReader(decoded(in)));
        } catch (XMLStreamException e) {
            throw invalid(e);
        }
    }

    /** Parts are in UTF-8 or, marked as such, in UTF-16. */
    private static Reader decoded(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, MARK);
        byte[] mark = start.readNBytes(MARK);
        Charset charset = StandardCharsets.UTF_8;
        int length = 0;
        if (mark.length == MARK && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb) {
            length = MARK;
        } else if (mark.length == MARK && (mark[0] & mark[1] & 0xff) == 0xfe) {
            charset = StandardCharsets.UTF_16;
        }
        start.unread(mark, length, mark.length - length);
        return new InputStreamReader(start, charset.newDecoder());
    }

    /**
     * Moves to the next start or end of an element.
     *
     * @return false at the end of the part
     */
    boolean next() throws IOException {
        while (advance()) {
            if (reader.isStartElement() || reader.isEndElement()) {
                return true;
            }
        }
        return false;
    }

    private boolean advance() throws IOException {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new IOException("it declares a document type, which is not read");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 1) {
                    namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
                }
                if (depth > DEEPEST) {
                    throw new IOException("its elements are nested more than " + DEEPEST + " deep");
                }
                countNames();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return true;
        } catch (XMLStreamException e) {
            throw invalid(e);
        }
    }

    private void countNames() throws IOException {
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        if (names.size() > MOST_NAMES) {
            throw new IOException("it has more than " + MOST_NAMES + " different names");
        }
    }

    /** Whether this is the start of an element of the given name. */
    boolean starts(String name) {
        return reader.isStartElement() && isNamed(name);
    }

    /** Whether this is the end of an element of the given name. */
    boolean ends(String name) {
        return reader.isEndElement() && isNamed(name);
    }

    private boolean isNamed(String name) {
        return reader.getLocalName().equals(name)
                && namespace.equals(Optional.ofNullable(reader.getNamespaceURI()).orElse(""));
    }

    /** An attribute without a prefix. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue("", name))
                .or(() -> Optional.ofNullable(reader.getAttributeValue(null, name)));
    }

    /** The identifier of a relationship, an attribute {@code id} in another namespace. */
    Optional<String> relationship() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String of = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id") && of != null && !of.isEmpty()) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the text of the current element up to its end, ignoring elements in it.
     *
     * @param longest maximum number of characters
     */
    String text(int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        int outer = depth - 1;
        while (depth > outer && advance()) {
            if (reader.isCharacters()) {
                text.append(
                        reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                if (text.length() > longest) {
                    throw new IOException("a cell has more than " + longest + " characters");
                }
            }
        }
        return text.toString();
    }

    private static IOException invalid(XMLStreamException e) {
        if (e.getNestedException() instanceof CharacterCodingException coding) {
            return new IOException("it is not in UTF-8", coding);
        }
        if (e.getNestedException() instanceof IOException io) {
            return io;
        }
        String message = Optional.ofNullable(e.getMessage()).orElse("it is not valid XML");
        int detail = message.lastIndexOf(DETAIL);
        return new IOException(
                detail < 0 ? message : message.substring(detail + DETAIL.length()), e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
