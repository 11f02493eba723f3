package io.carryon.gateway.selfservice;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What the portal channel needs to know. */
@ConfigMapping(prefix = "carryon.portal")
public interface PortalConfig {

    /** ISO country in whose national format customers write their phone numbers. */
    @WithDefault("DE")
    String region();

    /** How many messages of its customer a request takes after the first. */
    @WithDefault("500")
    int messages();

    /** The most bytes of a file of a customer. */
    @WithDefault("18000000")
    MemorySize fileMost();

    /** How many files a message has at most. */
    @WithDefault("10")
    int filesMost();

    /** How many files of one owner may wait for a message. */
    @WithDefault("30")
    int filesWaiting();

    /** What no message named for so long is taken out again. */
    @WithDefault("1d")
    Duration filesUnusedFor();

    /** Media types taken, as told by the content. */
    @WithDefault("image/png,image/jpeg,image/gif,image/webp,image/heic,image/tiff,application/pdf,application/zip,"
            + "application/x-ole-storage,text/plain,video/mp4,audio/mpeg,audio/ogg,audio/wav")
    Set<String> fileTypes();
}
