package io.carryon.gateway.selfservice;

import io.carryon.gateway.admission.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets customers' files in at their door. */
@ApplicationScoped
class PortalFileBody implements LargeBody {

    private final PortalConfig config;

    PortalFileBody(PortalConfig config) {
        this.config = config;
    }

    @Override
    public boolean isAt(String path) {
        return path.equals(PortalUploadResource.PATH);
    }

    @Override
    public long mostBytes() {
        return config.fileMost().asLongValue();
    }
}
