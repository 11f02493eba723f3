package io.carryon.gateway.chat;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Says which chats have changed, here and in every other process. Only what is committed is told. */
@ApplicationScoped
public class ChatNews {

    private final List<ChatFollower> followers;
    private final ChatSignal others;

    public ChatNews(@All List<ChatFollower> followers, ChatSignal others) {
        this.followers = followers;
        this.others = others;
    }

    /** Something changed in these chats through this process. */
    public void tell(Collection<UUID> sessionIds) {
        if (!sessionIds.isEmpty()) {
            heard(sessionIds);
            others.send(sessionIds);
        }
    }

    /** Another process told. */
    public void heard(Collection<UUID> sessionIds) {
        followers.forEach(follower -> follower.changed(sessionIds));
    }
}
