package io.carryon.profile.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.CountingDocuments;
import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.identity.Handle;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.HandleStore;
import io.carryon.profile.identity.Ownership;
import java.util.HashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedHandlesTest {

    private static final String SWITCHBOARD = "+4930123400";
    private static final String OFFICE = "office@firma.example";

    private static LoopbackServer server;

    private final CountingDocuments documents = server.countingDocuments();
    private final Desk desk = new Desk(documents);

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Ownership switchboard() {
        return desk.get(HandleStore.class)
                .owner(new Handle(HandleKind.TEL, SWITCHBOARD, "tel:" + SWITCHBOARD))
                .orElseThrow();
    }

    @Test
    void peopleBehindOneSwitchboardAreKeptApartByTheirNames() {
        var ana = desk.call("Ana Pop", SWITCHBOARD);
        var jan = desk.call("Jan Kut", SWITCHBOARD);

        assertThat(jan).isNotEqualTo(ana);
        assertThat(desk.call("Pop, Ana", SWITCHBOARD)).isEqualTo(ana);
        assertThat(desk.call("J. Kut", SWITCHBOARD)).isEqualTo(jan);
    }

    @Test
    void whoGivesNoNameIsNobodyInParticularOnceAHandleIsShared() {
        var ana = desk.call("Ana Pop", SWITCHBOARD);
        assertThat(desk.call(null, SWITCHBOARD)).isEqualTo(ana);
        var jan = desk.call("Jan Kut", SWITCHBOARD);

        var unnamed = desk.call(null, SWITCHBOARD);
        assertThat(unnamed).isNotIn(ana, jan).isEqualTo(desk.call(null, SWITCHBOARD));
    }

    @Test
    void aFunctionsMailboxIsSharedAndOnePersonsIsNot() {
        assertThat(desk.mail("Ana Pop", OFFICE)).isNotEqualTo(desk.mail("Jan Kut", OFFICE));
        assertThat(desk.mail("Ana Pop", "ana.pop@gmail.com")).isEqualTo(desk.mail("Shop Owner", "ana.pop@gmail.com"));
    }

    @Test
    void moreThanTheHandleRemembersAreStillFoundByTheirWholeNames() {
        var customers = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            customers.add(desk.call(name(i), SWITCHBOARD));
        }

        assertThat(customers).hasSize(60);
        assertThat(desk.call(name(55), SWITCHBOARD)).isIn(customers);
        assertThat(switchboard().people()).hasSize(Ownership.MOST_PEOPLE);
    }

    @Test
    void manyAtOnceOfTwoNamesAreTwoCustomers() {
        var customers = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> customers.add(desk.call(i % 2 == 0 ? "Ana Pop" : "Jan Kut", SWITCHBOARD)));

        assertThat(customers).hasSize(2);
    }

    @Test
    void aContactOfOnePersonsHandleCostsTwoReadsAndTwoWrites() {
        desk.mail("Ana Pop", "ana.pop@gmail.com");
        documents.roundTrips();
        desk.mail("Ana Pop", "ana.pop@gmail.com");

        // One read is this test's own, of whose contact it was.
        assertThat(documents.roundTrips()).isEqualTo("3 reads, 2 writes");
    }

    /** Names that have no part in common. */
    private static String name(int i) {
        var first = (char) ('a' + i % 26);
        var second = (char) ('a' + i / 26);
        return ("" + first + second).repeat(4) + " " + ("" + second + first + first).repeat(3) + "k";
    }
}
