package io.carryon.gateway.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds an original wherever it was kept: as a file, or with its row. What is stored here becomes a file. */
@ApplicationScoped
public class WholeArchive implements Archive {

    private final DirectoryArchive files;
    private final OriginalRows rows;

    public WholeArchive(DirectoryArchive files, OriginalRows rows) {
        this.files = files;
        this.rows = rows;
    }

    @Override
    public Original store(byte[] content, String mediaType) {
        return files.store(content, mediaType);
    }

    @Override
    public Original store(InputStream content, String mediaType) throws IOException {
        return files.store(content, mediaType);
    }

    @Override
    public boolean erase(String sha256) {
        rows.erase(sha256);
        return files.erase(sha256);
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        return files.open(sha256).or(() -> rows.open(sha256));
    }

    @Override
    public OptionalLong size(String sha256) {
        var file = files.size(sha256);
        return file.isPresent() ? file : rows.size(sha256);
    }
}
