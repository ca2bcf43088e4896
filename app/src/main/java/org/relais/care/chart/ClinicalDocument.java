package org.relais.care.chart;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.relais.care.chart.DocumentContent.Unshown;
import org.relais.care.chart.DocumentContent.Why;

/**
 * The reader of a CDA document (HL7 CDA R2): titles and narrative blocks as text, or the document that a body without
 * structure encloses. The parser knows no DTD and no external entity: a document that has any is not read. No style
 * sheet is ever applied.
 */
final class ClinicalDocument {
    private static final int DEEPEST = 100;

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final Narrative narrative = new Narrative();
    private final StringBuilder enclosed = new StringBuilder();
    private boolean encloses;

    private ClinicalDocument(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Nothing when the bytes are no well-formed CDA document; then they are text like any other. */
    static Optional<DocumentContent> read(byte[] bytes) {
        try {
            return new ClinicalDocument(factory().createXMLStreamReader(new ByteArrayInputStream(bytes))).read();
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("no entity is looked up");
        });
        return factory;
    }

    private Optional<DocumentContent> read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("entities are not read");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.isEmpty() && !xml.getLocalName().equals("ClinicalDocument")) {
                        return Optional.empty();
                    }
                    start(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
                default -> {
                    // comments and processing instructions say nothing to the reader
                }
            }
        }
        return Optional.of(encloses ? enclosed() : narrative.reading());
    }

    private void start(String name) throws XMLStreamException {
        if (path.size() >= DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        String parent = path.isEmpty() ? "" : path.peek();
        path.push(name);
        if (name.equals("text") && parent.equals("nonXMLBody")) {
            encloses = "B64".equals(xml.getAttributeValue(null, "representation"));
        }
        if (name.equals("birthTime") && path.contains("recordTarget")) {
            String value = xml.getAttributeValue(null, "value");
            narrative.subject(value == null ? "" : value);
        }
        if (within("text")) {
            narrative.start(name);
        }
    }

    private void end(String name) {
        if (within("text")) {
            narrative.end(name);
        }
        path.pop();
        if (name.equals("title")) {
            narrative.titled(path.peek() == null ? "" : path.peek());
        }
    }

    private void text(String text) {
        String here = path.isEmpty() ? "" : path.peek();
        if (encloses && here.equals("text")) {
            enclosed.append(text);
        } else if (within("text")) {
            narrative.text(text);
        } else if (here.equals("title")) {
            narrative.title(text);
        } else if ((here.equals("family") || here.equals("given")) && path.contains("recordTarget")) {
            narrative.subject(text.strip());
        }
    }

    private boolean within(String name) {
        return path.contains(name)
                && !path.contains("entry")
                && (path.contains("section") || path.contains("nonXMLBody"));
    }

    /** What a body without structure holds in base64: a PDF, a picture or text, never another CDA. */
    private DocumentContent enclosed() {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(enclosed.toString());
            return bytes.length == 0 ? new Unshown(Why.UNREADABLE, 0) : DocumentForms.enclosed(bytes);
        } catch (IllegalArgumentException notBase64) {
            return new Unshown(Why.UNREADABLE, enclosed.length());
        }
    }
}
