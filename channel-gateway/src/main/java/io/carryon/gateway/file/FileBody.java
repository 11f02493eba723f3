package io.carryon.gateway.file;

import io.carryon.gateway.admission.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets files in at their door. */
@ApplicationScoped
class FileBody implements LargeBody {

    private final FileConfig config;

    FileBody(FileConfig config) {
        this.config = config;
    }

    @Override
    public boolean isAt(String path) {
        return path.equals(FileResource.PATH);
    }

    @Override
    public long mostBytes() {
        return config.most().asLongValue();
    }
}
