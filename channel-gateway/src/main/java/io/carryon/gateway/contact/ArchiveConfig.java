package io.carryon.gateway.contact;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/** Where originals are kept. */
@ConfigMapping(prefix = "carryon.archive")
public interface ArchiveConfig {

    Path directory();

    /** The row of a stored content is there after this long at the latest; until then no erasure takes it out. */
    Duration notedWithin();
}
