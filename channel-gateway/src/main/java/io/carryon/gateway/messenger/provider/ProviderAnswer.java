package io.carryon.gateway.messenger.provider;

import com.fasterxml.jackson.databind.JsonNode;

/** What a provider answered; the body is a missing node when it was no JSON. */
public record ProviderAnswer(int status, JsonNode body) {

    public boolean isGood() {
        return status / 100 == 2;
    }
}
