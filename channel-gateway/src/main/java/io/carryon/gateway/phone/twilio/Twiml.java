package io.carryon.gateway.phone.twilio;

import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes documents for Twilio. */
final class Twiml {

    static final String MEDIA_TYPE = "text/xml;charset=UTF-8";

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    // Escaping does not help with these: XML 1.0 cannot hold them.
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Twiml() {}

    static String document(List<Verb> verbs) {
        var text = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, Verb.of("Response").around(verbs));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, Verb verb) throws XMLStreamException {
        xml.writeStartElement(verb.name());
        for (var attribute : verb.attributes().entrySet()) {
            xml.writeAttribute(attribute.getKey(), writable(attribute.getValue()));
        }
        if (verb.text() != null) {
            xml.writeCharacters(writable(verb.text()));
        }
        for (var inner : verb.inner()) {
            write(xml, inner);
        }
        xml.writeEndElement();
    }

    private static String writable(String text) {
        return UNWRITABLE.matcher(text).replaceAll("");
    }
}
