package io.carryon.gateway.email.imap;

import jakarta.mail.MessagingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jboss.logging.Logger;

/** Fetches mails byte for byte: all in one command, or one by one where the server refuses that. */
final class MailFetch {

    private static final Logger LOG = Logger.getLogger(MailFetch.class);

    private final IMAPFolder folder;
    private final FetchTroubles troubles;
    private final LongFunction<String> places;

    /** {@code places} names the place of a UID. */
    MailFetch(IMAPFolder folder, FetchTroubles troubles, LongFunction<String> places) {
        this.folder = folder;
        this.troubles = troubles;
        this.places = places;
    }

    /** Those of the mails that the server handed out; throws when the connection broke. */
    Map<Long, byte[]> bodies(Collection<Long> uids) throws MessagingException {
        var found = troubles.isEachAlone() ? Optional.<Map<Long, byte[]>>empty() : together(uids);
        return found.isPresent() ? found.get() : eachAlone(uids);
    }

    private Optional<Map<Long, byte[]>> together(Collection<Long> uids) throws MessagingException {
        troubles.eachAlone(true);
        var found = fetch(uids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        troubles.eachAlone(false);
        found.ifPresent(bodies -> uids.forEach(uid -> count(uid, bodies.containsKey(uid))));
        return found;
    }

    private Map<Long, byte[]> eachAlone(Collection<Long> uids) throws MessagingException {
        var all = new LinkedHashMap<Long, byte[]>();
        for (var uid : uids) {
            if (troubles.isGivenUp(places.apply(uid))) {
                continue;
            }
            // Counted before: where the server hangs up there is no after.
            troubles.tried(places.apply(uid));
            var found = fetch(String.valueOf(uid)).orElse(Map.of());
            if (found.containsKey(uid)) {
                troubles.had(places.apply(uid));
                all.put(uid, found.get(uid));
            }
        }
        return all;
    }

    private void count(long uid, boolean isThere) {
        if (isThere) {
            troubles.had(places.apply(uid));
        } else {
            troubles.tried(places.apply(uid));
        }
    }

    /** Empty when the server refuses. */
    private Optional<Map<Long, byte[]>> fetch(String uids) throws MessagingException {
        var raw = new LinkedHashMap<Long, byte[]>();
        var isGiven = folder.doCommand(protocol -> {
            try {
                raw.putAll(command(protocol, uids));
                return true;
            } catch (CommandFailedException | BadCommandException e) {
                LOG.warnf("The server does not hand out %s: %s", uids, e.getMessage());
                return false;
            }
        });
        return Boolean.TRUE.equals(isGiven) ? Optional.of(raw) : Optional.empty();
    }

    /** By hand, because the library's message classes re-write what they read; staff and signatures need the very bytes. */
    private static Map<Long, byte[]> command(IMAPProtocol protocol, String uids) throws ProtocolException {
        var raw = new LinkedHashMap<Long, byte[]>();
        var responses = protocol.command("UID FETCH " + uids + " (UID BODY.PEEK[])", null);
        for (var i = 0; i < responses.length; i++) {
            if (responses[i] instanceof FetchResponse fetched) {
                var uid = fetched.getItem(UID.class);
                var body = fetched.getItem(BODY.class);
                if (uid != null && body != null && body.getByteArray() != null) {
                    raw.put(uid.uid, body.getByteArray().getNewBytes());
                }
                responses[i] = null;
            }
        }
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return raw;
    }
}
