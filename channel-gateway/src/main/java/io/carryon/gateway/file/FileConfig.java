package io.carryon.gateway.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Files that staff upload for their replies. */
@ConfigMapping(prefix = "carryon.files")
interface FileConfig {

    /** The most bytes of one; mail servers take 25 MB on the wire, a third of which is encoding. */
    @WithDefault("18000000")
    MemorySize most();

    /** What no reply took for so long is taken out again. */
    @WithDefault("7d")
    Duration unusedFor();
}
