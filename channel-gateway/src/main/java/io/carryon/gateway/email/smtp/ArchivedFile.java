package io.carryon.gateway.email.smtp;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A reply's file, read from the archive as the mail is written. */
record ArchivedFile(Archive archive, ReplyRequested.AttachedFile file) implements DataSource {

    @Override
    public InputStream getInputStream() throws IOException {
        return archive.open(file.sha256())
                .orElseThrow(() -> new IOException("The file %s is not kept any more".formatted(file.name())));
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("The archive is not written to from here");
    }

    @Override
    public String getContentType() {
        // A mail within a mail may not be encoded (RFC 2046, 5.2.1), and ours is sent as the bytes it has.
        return isOfParts() ? "application/octet-stream" : file.mediaType();
    }

    private boolean isOfParts() {
        return file.mediaType().startsWith("message/") || file.mediaType().startsWith("multipart/");
    }

    @Override
    public String getName() {
        return file.name();
    }
}
