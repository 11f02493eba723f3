package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactDraft;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A portal request, or a further message on it, in the shape every contact has. */
@ApplicationScoped
public class PortalContacts {

    private final PortalConfig config;

    public PortalContacts(PortalConfig config) {
        this.config = config;
    }

    Contact contact(
            PortalRequest request, PortalMessage message, List<PortalFile> files, Original original, Instant now) {
        return draft(request)
                .entry(request.contactId(), message.messageId(), message.sequence())
                .at(message.saidAt(), now)
                .text(message.text())
                .selfService(message.sequence() == 0 ? request.selfService() : null)
                .attachments(files.stream().map(PortalFile::attachment).toList())
                .original(original)
                .contact();
    }

    private ContactDraft draft(PortalRequest request) {
        var requester = request.requester();
        return Contact.draft(Channel.PORTAL, request.client())
                .from(requester.name(), handles(requester).toArray(Handle[]::new))
                .subject(request.subject())
                .language(request.language())
                .topic(request.topic())
                .portal(new Contact.PortalForm(request.reference().value(), request.fields()));
    }

    /** The account first, as the portal's own; 400 when there is no handle at all. */
    List<Handle> handles(Requester requester) {
        var handles = new ArrayList<Handle>();
        if (given(requester.account())) {
            handles.add(proved(requester, Handle.Kind.ACCOUNT, requester.account()));
        }
        if (given(requester.email())) {
            handles.add(proved(requester, Handle.Kind.MAILTO, requester.email()));
        }
        if (given(requester.phone())) {
            // No portal sign-in proves a phone number.
            var number = requester.phone().replaceAll("[^+0-9]", "");
            if (!number.isEmpty()) {
                handles.add(Handle.claimed(Handle.Kind.TEL, number, requester.phone())
                        .inRegion(config.region()));
            }
        }
        if (handles.isEmpty()) {
            throw ProblemException.invalid("/requester", "needs at least one of email, phone and account");
        }
        return handles;
    }

    private static Handle proved(Requester requester, Handle.Kind kind, String raw) {
        var value = raw.strip();
        return requester.signedIn()
                ? Handle.verified(kind, value, raw, requester.proof())
                : Handle.claimed(kind, value, raw);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
