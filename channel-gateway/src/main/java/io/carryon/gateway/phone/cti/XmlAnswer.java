package io.carryon.gateway.phone.cti;

import io.carryon.gateway.problem.ProblemException;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A {@code Response} document, as sipgate and placetel read it. */
final class XmlAnswer {

    static final String MEDIA_TYPE = "application/xml";

    private static final String ROOT = "Response";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private XmlAnswer() {}

    /** What is inside the root element. */
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** Only an answer that names an address makes sipgate send the call's further events, to there. */
    static Response of(Verdict verdict, Optional<URI> furtherEvents) {
        return document(200, xml -> {
            if (furtherEvents.isPresent()) {
                xml.writeAttribute("onAnswer", furtherEvents.get().toString());
                xml.writeAttribute("onHangup", furtherEvents.get().toString());
            }
            switch (verdict) {
                case Verdict.Proceed go -> {}
                case Verdict.Reject no -> {
                    xml.writeEmptyElement("Reject");
                    xml.writeAttribute("reason", "busy");
                }
                case Verdict.Dial dial -> {
                    xml.writeStartElement("Dial");
                    xml.writeAttribute("callerId", bare(dial.callerId()));
                    xml.writeStartElement("Number");
                    xml.writeCharacters(bare(dial.number()));
                    xml.writeEndElement();
                    xml.writeEndElement();
                }
            }
        });
    }

    /** What is wrong, and what to do about it; with Retry-After where it may be sent again. */
    static Response refusal(ProblemException e) {
        var fields = e.errors().stream()
                .map(error -> " " + error.pointer().substring(1) + " " + error.detail() + ".")
                .collect(Collectors.joining());
        var answer = document(e.status(), xml -> {
            xml.writeStartElement("Error");
            xml.writeCharacters(e.title() + "." + fields + " " + e.getMessage());
            xml.writeEndElement();
        });
        if (e.retryAfter() != null) {
            answer.getHeaders().putSingle("Retry-After", e.retryAfter().toSeconds());
        }
        return answer;
    }

    // Both write E.164 without its plus.
    private static String bare(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    private static Response document(int status, Content content) {
        var written = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(written);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(ROOT);
            content.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return Response.status(status)
                .type(MEDIA_TYPE + ";charset=UTF-8")
                .entity(written.toString())
                .build();
    }
}
