package io.carryon.gateway.phone.twilio;

import static io.restassured.RestAssured.given;

import io.carryon.gateway.phone.Call;
import io.restassured.response.Response;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Twilio with one call: signs what it sends, reads what it is answered, and does what the caller does. */
final class Twilio {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String CALLER = "+4930999111";

    private final String connection;
    private final String publicUrl;
    private final String sid = "CA" + UUID.randomUUID().toString().replace("-", "");
    private final String caller;
    private Element heard;

    private Twilio(String connection, String publicUrl, String caller) {
        this.connection = connection;
        this.publicUrl = publicUrl;
        this.caller = caller;
    }

    static Twilio call() {
        return callFrom(CALLER);
    }

    static Twilio callFrom(String caller) {
        return new Twilio("main", "https://voice.example.org/tel", caller);
    }

    static Twilio callAt(String connection) {
        return new Twilio(connection, "https://voice.example.org", CALLER);
    }

    String sid() {
        return sid;
    }

    UUID contactId() {
        return Call.contactIdOf("twilio:" + connection, sid);
    }

    Twilio begin() {
        return hear(post("voice", Map.of()));
    }

    /** The caller presses keys at what was heard last. */
    Twilio press(String keys) {
        return follow(first("Gather").getAttribute("action"), Map.of("Digits", keys));
    }

    Twilio speak(String words) {
        return follow(first("Gather").getAttribute("action"), Map.of("SpeechResult", words, "Confidence", "0.91"));
    }

    Twilio beSilent() {
        return follow(first("Gather").getAttribute("action"), Map.of());
    }

    /** Twilio goes to an address that stands in what it was answered. */
    Twilio follow(String address, Map<String, String> more) {
        return hear(tell(address, more));
    }

    /** A step that is not one of the caller's own. */
    Twilio step(String step) {
        return hear(post(step, Map.of()));
    }

    /** Twilio tells at an address that stands in what it was answered. */
    Response tell(String address, Map<String, String> what) {
        return post(address.substring((publicUrl + "/v1/voice/twilio/" + connection + "/").length()), what);
    }

    /** A webhook of this call, signed as it should be. */
    Response post(String step, Map<String, String> more) {
        return post(step, more, "12345");
    }

    Response post(String step, Map<String, String> more, String token) {
        var path = "/v1/voice/twilio/" + connection + "/" + step;
        var form = form(more);
        var signed = form.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
        var cut = path.indexOf('#') < 0 ? path : path.substring(0, path.indexOf('#'));
        return given().urlEncodingEnabled(false)
                .header("X-Twilio-Signature", TwilioSignature.of(token, publicUrl + path, signed))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(encoded(form))
                .post(cut);
    }

    /** The same as GET. */
    Twilio get(String step, Map<String, String> more) {
        var path = "/v1/voice/twilio/" + connection + "/" + step + "?" + encoded(form(more));
        return hear(given().urlEncodingEnabled(false)
                .header("X-Twilio-Signature", TwilioSignature.of("12345", publicUrl + path, Map.of()))
                .get(path));
    }

    /** The only element of this name in what was heard last. */
    Element first(String verb) {
        return (Element) heard.getElementsByTagName(verb).item(0);
    }

    /** Names of the verbs, those within others too, in order. */
    List<String> verbs() {
        var all = heard.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .map(Node::getNodeName)
                .toList();
    }

    /** Everything spoken, as one text. */
    String spoken() {
        var says = heard.getElementsByTagName("Say");
        var texts = new ArrayList<String>();
        for (int i = 0; i < says.getLength(); i++) {
            texts.add(says.item(i).getTextContent());
        }
        return String.join(" ", texts);
    }

    private Twilio hear(Response answered) {
        var text = answered.then()
                .statusCode(200)
                .contentType("text/xml")
                .extract()
                .asString();
        try {
            heard = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(text, e);
        }
        return this;
    }

    private Map<String, String> form(Map<String, String> more) {
        var form = new LinkedHashMap<String, String>();
        form.put("CallSid", sid);
        form.put("AccountSid", ACCOUNT);
        form.put("From", caller);
        form.put("To", "+4930555010");
        form.put("CallStatus", "in-progress");
        form.put("Direction", "inbound");
        form.put("ApiVersion", "2010-04-01");
        form.putAll(more);
        return form;
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
