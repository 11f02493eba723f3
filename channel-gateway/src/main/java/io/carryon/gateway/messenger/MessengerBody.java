package io.carryon.gateway.messenger;

import io.carryon.gateway.admission.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets webhooks in that hold many messages at once. */
@ApplicationScoped
class MessengerBody implements LargeBody {

    private static final String PREFIX = "/v1/messengers/";

    private final MessengerConfig config;

    MessengerBody(MessengerConfig config) {
        this.config = config;
    }

    @Override
    public boolean isAt(String path) {
        return path.startsWith(PREFIX);
    }

    @Override
    public long mostBytes() {
        return config.body().asLongValue();
    }
}
