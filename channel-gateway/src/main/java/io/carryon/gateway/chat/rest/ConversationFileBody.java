package io.carryon.gateway.chat.rest;

import io.carryon.gateway.admission.LargeBody;
import io.carryon.gateway.chat.ChatConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets visitors' files in at their door. */
@ApplicationScoped
class ConversationFileBody implements LargeBody {

    private final ChatConfig config;

    ConversationFileBody(ChatConfig config) {
        this.config = config;
    }

    @Override
    public boolean isAt(String path) {
        return path.equals(ConversationFileResource.PATH);
    }

    @Override
    public long mostBytes() {
        return config.files().most().asLongValue();
    }
}
