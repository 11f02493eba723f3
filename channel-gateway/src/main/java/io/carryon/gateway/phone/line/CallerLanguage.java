package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** Which language a caller is spoken to in: the one told now, else before, to whichever process. */
@ApplicationScoped
class CallerLanguage {

    private final AnnouncedCalls announced;
    private final CallLog calls;
    private final PhoneConfig config;

    CallerLanguage(AnnouncedCalls announced, CallLog calls, PhoneConfig config) {
        this.announced = announced;
        this.calls = calls;
        this.config = config;
    }

    /** A BCP 47 tag, or null when nobody said, or the database does not say in time. */
    String of(Call call, Deadline deadline) {
        var language = announced.completed(call).language();
        return language != null
                ? language
                : deadline.await(Deadline.begin(() -> calls.ofContact(call.contactId())), config.storeDeadline())
                        .flatMap(found -> found)
                        .map(Call::language)
                        .orElse(null);
    }
}
