package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What IVRs told this process of calls that have just begun: with a slow database the caller is still known by their
 * number. The latest are kept, up to {@link PhoneConfig#remembered}.
 */
@ApplicationScoped
public class AnnouncedCalls {

    private final Map<UUID, Call> byContact;

    public AnnouncedCalls(PhoneConfig config) {
        var limit = config.remembered();
        this.byContact = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Call> eldest) {
                return size() > limit;
            }
        };
    }

    /** Keeps what is told, completed by what was told before. */
    Call remember(Call call) {
        synchronized (byContact) {
            return byContact.merge(call.contactId(), call, (before, now) -> now.after(before));
        }
    }

    /** The call with what was told of it before, if anything. */
    Call completed(Call call) {
        synchronized (byContact) {
            var before = byContact.get(call.contactId());
            return before == null ? call : call.after(before);
        }
    }

    /** The call is over and will not be asked about again. */
    void forget(UUID contactId) {
        synchronized (byContact) {
            byContact.remove(contactId);
        }
    }
}
