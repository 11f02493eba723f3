package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallContacts;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.SensitiveInput;
import io.carryon.gateway.phone.course.PersonRequests;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A caller wants a person, and nobody waits for what the line says of them: the durable half of the zero-out, for whoever
 * only has to pass the call on.
 */
@ApplicationScoped
public class PersonWanted {

    private final PersonRequests requests;
    private final AnnouncedCalls announced;
    private final SensitiveInput sensitive;
    private final CallContacts contacts;
    private final TakenByBroker taken;
    private final Durable durable;

    public PersonWanted(
            PersonRequests requests,
            AnnouncedCalls announced,
            SensitiveInput sensitive,
            CallContacts contacts,
            TakenByBroker taken,
            Durable durable) {
        this.requests = requests;
        this.announced = announced;
        this.sensitive = sensitive;
        this.contacts = contacts;
        this.taken = taken;
        this.durable = durable;
    }

    /**
     * The call must be triggered. Returns once the request is durable, and says whether it is the first of this call; 409
     * when the call has ended, 503 when neither database nor broker took it in time.
     */
    public CallLog.Noted note(Call asked) {
        var told = announced.completed(sensitive.masked(asked));
        return durable.inTimeOrPublished(
                durable.deadline(), () -> requests.add(told), CallLog.Noted::call, () -> published(told));
    }

    private CallLog.Noted published(Call told) {
        taken.remember(told, contacts.publish(told));
        return new CallLog.Noted(told, true);
    }
}
