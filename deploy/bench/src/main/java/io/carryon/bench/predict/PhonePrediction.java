package io.carryon.bench.predict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.identity.PhoneNumbers;

/** The E.164 form of a phone number as it was written. */
final class PhonePrediction implements Prediction {

    private final PhoneNumbers phones = new PhoneNumbers(() -> "DE");

    @Override
    public ObjectNode of(JsonNode line) {
        var raw = line.path("raw").asText();
        var region = line.path("tenant_region").asText(null);
        var number = phones.isWithheld(raw) ? null : phones.e164(raw, region).orElse(null);
        return JsonNodeFactory.instance.objectNode().put("raw", raw).put("e164", number);
    }
}
