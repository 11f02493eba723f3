package io.carryon.gateway.contact;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where originals are kept. */
@ConfigMapping(prefix = "carryon.archive")
public interface ArchiveConfig {

    Path directory();
}
