package io.carryon.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.OwnSchema;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ErasedOriginalsComponentTest {

    private static final Duration NOTED_WITHIN = Duration.ofMinutes(10);
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    Path folder;

    private Sql sql;

    @BeforeEach
    void aRoomOfTheirOwn() {
        sql = OwnSchema.emptied();
    }

    @Test
    void whatTheArchiveDoesNotLetGoKeepsNothingBehindItBack() throws IOException {
        var stuck = "a".repeat(64);
        var inTheWay = Files.createDirectories(
                folder.resolve("aa").resolve("aa").resolve(stuck).resolve("not a file"));
        var gone = stored("A mail");
        var originals = originalsAfter(YEAR);
        originals.note(List.of(stuck), Instant.EPOCH.plusSeconds(1));
        originals.note(List.of(gone), Instant.EPOCH.plusSeconds(2));

        originals.takeOut();

        assertThat(isKept(gone)).isFalse();
        assertThat(noted()).containsExactly(stuck);

        Files.delete(inTheWay);
        originals.takeOut();
        assertThat(noted()).isEmpty();
    }

    @Test
    void whatArrivesAgainWhileItIsErasedIsKeptForItsRowToCome() {
        var logo = stored("A logo");
        originalsAfter(YEAR).note(List.of(logo), Instant.EPOCH.plusSeconds(1));
        archiveAfter(YEAR).store("A logo".getBytes(StandardCharsets.UTF_8), "image/png");

        originalsAfter(YEAR.plusSeconds(1)).takeOut();
        arrived(logo);
        originalsAfter(YEAR.plus(NOTED_WITHIN).plusSeconds(1)).takeOut();

        assertThat(isKept(logo)).isTrue();
        assertThat(noted()).isEmpty();
    }

    @Test
    void whatArrivedAgainButBecameNoContactGoesLater() {
        var logo = stored("A logo");
        originalsAfter(Duration.ZERO).note(List.of(logo), Instant.EPOCH.plusSeconds(1));

        originalsAfter(Duration.ZERO).takeOut();
        assertThat(noted()).containsExactly(logo);

        originalsAfter(NOTED_WITHIN.plusSeconds(1)).takeOut();
        assertThat(isKept(logo)).isFalse();
        assertThat(noted()).isEmpty();
    }

    @Test
    void whatItsLastHolderLosesWhileItIsLookedAtGoesToo() {
        var logo = stored("A logo");
        var holder = new Holder(() -> originalsAfter(YEAR).note(List.of(logo), Instant.EPOCH.plusSeconds(2)));
        originalsAfter(YEAR).note(List.of(logo), Instant.EPOCH.plusSeconds(1));

        new ErasedOriginals(sql, archiveAfter(YEAR), new IntakeErasure(sql), List.of(holder)).takeOut();

        assertThat(isKept(logo)).isFalse();
        assertThat(noted()).isEmpty();
    }

    private String stored(String content) {
        return archiveAfter(Duration.ZERO)
                .store(content.getBytes(StandardCharsets.UTF_8), "image/png")
                .sha256();
    }

    private boolean isKept(String sha256) {
        return archiveAfter(Duration.ZERO).size(sha256).isPresent();
    }

    private List<String> noted() {
        return sql.query("select sha256 from erased_original", row -> row.getString(1));
    }

    private void arrived(String file) {
        var id = UUID.randomUUID();
        new IntakeLog(sql, new SimpleMeterRegistry(), Clock.systemUTC())
                .note(List.of(new IntakeLog.Arrival(
                        "mail-" + id,
                        id,
                        id,
                        Channel.EMAIL,
                        "support@localhost",
                        IntakeLog.Outcome.ACCEPTED,
                        null,
                        null,
                        null,
                        List.of(file))));
    }

    private ErasedOriginals originalsAfter(Duration later) {
        return new ErasedOriginals(sql, archiveAfter(later), new IntakeErasure(sql), List.of());
    }

    private DirectoryArchive archiveAfter(Duration later) {
        return new DirectoryArchive(folder, NOTED_WITHIN, Clock.offset(Clock.systemUTC(), later));
    }

    /** A channel whose contact has the content until it is asked for it. */
    private static final class Holder implements ContactData {

        private final Runnable erasure;
        private boolean has = true;

        private Holder(Runnable erasure) {
            this.erasure = erasure;
        }

        @Override
        public boolean refersTo(String sha256) {
            var had = has;
            if (had) {
                has = false;
                erasure.run();
            }
            return had;
        }

        @Override
        public List<HeldData> held(UUID[] contacts) {
            return List.of();
        }

        @Override
        public Traces erase(UUID[] contacts, Instant at) {
            return Traces.NONE;
        }
    }
}
