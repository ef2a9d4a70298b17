package dev.fer4j.data.image.internal;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads {@code tiff:Orientation} from an XMP packet (ISO 16684-1): an attribute or a child of a
 * description that lies directly in {@code rdf:RDF}. Those further down belong to other images,
 * such as thumbnails and ancestors.
 */
final class Xmp {

    private static final String TIFF = "http://ns.adobe.com/tiff/1.0/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String ORIENTATION = "Orientation";

    private Xmp() {}

    /** Returns the orientation, or empty if there is none or the packet is not XMP. */
    static Optional<Orientation> orientation(String packet) {
        try {
            // A byte order mark is allowed in bytes only.
            String text = packet.startsWith("\ufeff") ? packet.substring(1) : packet;
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** Entities are not resolved: an image must neither open files nor expand to gigabytes. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The JDK's own reporter writes to standard error.
        factory.setXMLReporter((message, type, information, location) -> {});
        return factory;
    }

    private static Optional<Orientation> read(XMLStreamReader xml) throws XMLStreamException {
        int level = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                boolean rdf = RDF.equals(xml.getNamespaceURI());
                level += level > 0 || (rdf && xml.getLocalName().equals("RDF")) ? 1 : 0;
                Optional<Orientation> found = Optional.empty();
                if (level == 2 && rdf) {
                    found = parse(xml.getAttributeValue(TIFF, ORIENTATION));
                } else if (level == 3
                        && TIFF.equals(xml.getNamespaceURI())
                        && xml.getLocalName().equals(ORIENTATION)) {
                    found = parse(xml.getElementText());
                    level--;
                }
                if (found.isPresent()) {
                    return found;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                level -= level > 0 ? 1 : 0;
            }
        }
        return Optional.empty();
    }

    private static Optional<Orientation> parse(String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(value -> value.matches("[1-8]"))
                .map(value -> new Orientation(Integer.parseInt(value)));
    }
}
