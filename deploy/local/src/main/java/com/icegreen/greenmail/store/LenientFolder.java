package com.icegreen.greenmail.store;

import com.icegreen.greenmail.imap.commands.IdRange;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;

/**
 * A folder that takes every mail. GreenMail describes a message's structure while it stores it, and refuses the message
 * when its headers do not allow that; here such a message is described as one plain text and served byte for byte.
 *
 * <p>In GreenMail's package, because neither its folders nor its messages can be made outside of it.
 */
public final class LenientFolder extends HierarchicalFolder {

    private LenientFolder(HierarchicalFolder parent, String name) {
        super(parent, name);
    }

    /** Makes a folder of this name, which must not be there yet. */
    public static MailFolder create(MailFolder parent, String name, boolean selectable) throws FolderException {
        HierarchicalFolder above = (HierarchicalFolder) parent;
        if (name.indexOf('.') >= 0 || above.getChild(name) != null) {
            throw new FolderException("Invalid mailbox name " + name);
        }
        LenientFolder folder = new LenientFolder(above, name);
        folder.setSelectable(selectable);
        folder.moveToNewParent(above);
        return folder;
    }

    @Override
    public long appendMessage(MimeMessage message, Flags flags, Date received) {
        return super.appendMessage(describable(message, received) ? message : plain(message), flags, received);
    }

    @Override
    public long moveMessage(long uid, MailFolder target) throws FolderException {
        StoredMessage message = getMessage(uid);
        if (describable(message.getMimeMessage(), message.getReceivedDate())) {
            return super.moveMessage(uid, target);
        }
        long moved = copyMessage(uid, target);
        message.setFlag(Flags.Flag.DELETED, true);
        expunge(new IdRange[] {new IdRange(uid)});
        return moved;
    }

    private static boolean describable(MimeMessage message, Date received) {
        try {
            SimpleMessageAttributes attributes = new SimpleMessageAttributes(message, received);
            attributes.getEnvelope();
            attributes.getBodyStructure(true);
            return true;
        } catch (MessagingException | RuntimeException e) {
            // Parsing a broken mail throws many things; all of them mean that it cannot be described.
            return false;
        }
    }

    private static MimeMessage plain(MimeMessage message) {
        try {
            return new Plain(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be copied", e);
        }
    }

    /** Writes itself as it is, and answers questions for its structure as if it had none. */
    private static final class Plain extends MimeMessage {

        Plain(MimeMessage source) throws MessagingException {
            super(source);
        }

        @Override
        public String getContentType() {
            return "text/plain";
        }

        @Override
        public String[] getHeader(String name) throws MessagingException {
            return name.equalsIgnoreCase("Subject") || name.equalsIgnoreCase("Message-ID")
                    ? super.getHeader(name)
                    : null;
        }

        @Override
        public String getHeader(String name, String delimiter) {
            return null;
        }
    }
}
