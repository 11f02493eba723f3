package io.carryon.gateway.email.tnef;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jboss.logging.Logger;

/**
 * What Outlook wraps up in a {@code winmail.dat}, which nothing else can open.
 *
 * @param text of the mail, empty when it is not in there as plain text
 */
public record TnefContents(String text, List<TnefFile> files) {

    /** Containers of more bytes stay as they came: unpacked they are in memory a second and a third time. */
    public static final int BYTES_LIMIT = 10_000_000;

    private static final Logger LOG = Logger.getLogger(TnefContents.class);
    private static final int FILES_LIMIT = 100;

    static {
        // A length that is claimed is allocated before its bytes are looked for.
        TNEFAttribute.setMaxRecordLength(BYTES_LIMIT);
        MAPIAttribute.setMaxRecordLength(BYTES_LIMIT);
    }

    /** A file with the name, the type and the content id it had; the id may be null. */
    public record TnefFile(String name, String mediaType, String contentId, byte[] content) {}

    /** Empty when the bytes are no such container, are broken, are more than the limit, or are made of too many pieces. */
    public static Optional<TnefContents> of(byte[] bytes) {
        if (bytes.length > BYTES_LIMIT || !TnefRecords.areFew(bytes)) {
            return Optional.empty();
        }
        try {
            var message = new HMEFMessage(new ByteArrayInputStream(bytes));
            return Optional.of(new TnefContents(
                    string(message.getMessageMAPIAttribute(MAPIProperty.BODY)).orElse(""), files(message)));
        } catch (IOException | RuntimeException e) {
            // The library has many exceptions for what is broken; the file is kept as it came, one of a mail's many.
            LOG.infof("A TNEF file of %d bytes stays packed: %s", bytes.length, e);
            return Optional.empty();
        }
    }

    private static List<TnefFile> files(HMEFMessage message) {
        var files = new ArrayList<TnefFile>();
        for (var attachment :
                message.getAttachments().stream().limit(FILES_LIMIT).toList()) {
            // An object such as an embedded mail has no bytes of its own.
            if (attachment.getAttribute(TNEFProperty.ID_ATTACHDATA) != null) {
                files.add(file(attachment));
            }
        }
        return files;
    }

    private static TnefFile file(Attachment attachment) {
        var name = attachment.getLongFilename() == null ? attachment.getFilename() : attachment.getLongFilename();
        var type = string(attachment.getMAPIAttribute(MAPIProperty.ATTACH_MIME_TAG))
                .or(() -> Optional.ofNullable(name).map(URLConnection::guessContentTypeFromName))
                .orElse("application/octet-stream");
        var id = string(attachment.getMAPIAttribute(MAPIProperty.ATTACH_CONTENT_ID));
        return new TnefFile(name, type, id.orElse(null), attachment.getContents());
    }

    private static Optional<String> string(MAPIAttribute attribute) {
        return Optional.ofNullable(attribute)
                .map(MAPIStringAttribute::getAsString)
                .map(value -> value.replace("\0", "").strip())
                .filter(value -> !value.isEmpty());
    }
}
