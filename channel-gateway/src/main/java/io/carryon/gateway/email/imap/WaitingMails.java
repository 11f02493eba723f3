package io.carryon.gateway.email.imap;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which of a folder's mails come next. A few come in their order. Of a backlog the newest and the oldest come by turns: who
 * writes now does not wait for thousands, and who has waited longest is not forgotten.
 */
final class WaitingMails {

    private final Folder folder;
    private final int batch;
    private final int backlog;
    private final Set<Message> passedOver = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean wasNewest;

    /** At most {@code batch} at once; more than {@code backlog} are one. */
    WaitingMails(Folder folder, int batch, int backlog) {
        this.folder = folder;
        this.batch = batch;
        this.backlog = backlog;
    }

    /** What was passed over comes again. */
    void again() {
        passedOver.clear();
    }

    /** They stay where they are, and do not come again in this round. */
    void passOver(Collection<Message> mails) {
        passedOver.addAll(mails);
    }

    /** The next ones, the most urgent first; empty when all were taken or passed over. Only these are made objects of. */
    List<Message> next() throws MessagingException {
        passedOver.removeIf(Message::isExpunged);
        var count = folder.getMessageCount();
        var isNewest = count - passedOver.size() > backlog && !wasNewest;
        wasNewest = isNewest;
        var next = new ArrayList<Message>();
        for (var i = 1; i <= count && next.size() < batch; i++) {
            var mail = folder.getMessage(isNewest ? count + 1 - i : i);
            if (!passedOver.contains(mail)) {
                next.add(mail);
            }
        }
        return next;
    }
}
