package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final String CALENDAR = """
            BEGIN:VCALENDAR
            METHOD:%s
            BEGIN:VTIMEZONE
            DTSTART:16010101T020000
            END:VTIMEZONE
            BEGIN:VEVENT
            SUMMARY;LANGUAGE=de:Termin\\, wie bes
             prochen
            ORGANIZER;CN="Weber: Maria":mailto:maria@example.org
            ATTENDEE;PARTSTAT=DECLINED:mailto:jan@example.org
            DTSTART;TZID=Europe/Berlin:20260302T101500
            DTEND:20260302T100000Z
            LOCATION:Room 5
            BEGIN:VALARM
            DESCRIPTION:Reminder
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """;

    @Test
    void anEventSaysWhatWhenAndWhere() {
        assertThat(Invitation.asText(CALENDAR.formatted("REQUEST")))
                .isEqualTo("Termin, wie besprochen\n2026-03-02 10:15 Europe/Berlin - 2026-03-02 10:00 UTC\nRoom 5");
    }

    @Test
    void whatTakesAnEventBackOrAnswersItSaysSo() {
        assertThat(Invitation.asText(CALENDAR.formatted("CANCEL"))).startsWith("CANCEL: Termin");
        assertThat(Invitation.asText(CALENDAR.formatted("REPLY"))).startsWith("DECLINED: Termin");
    }

    @Test
    void anInvitationIsTheTextOfAMailThatHasNoOtherAndStaysAFile() {
        var mail = new MimeReader()
                .read(Mails.bytes("From: a@example.org\nContent-Type: text/calendar; method=REQUEST\n\n"
                        + CALENDAR.formatted("REQUEST")));

        assertThat(mail.text()).startsWith("Termin, wie besprochen");
        assertThat(mail.files())
                .singleElement()
                .satisfies(file -> assertThat(file.mediaType()).isEqualTo("text/calendar"));
    }

    @Test
    void rubbishIsNoEvent() {
        assertThat(Invitation.asText("")).isEmpty();
        assertThat(Invitation.asText("BEGIN:VEVENT:\nEND\n:::\nSUMMARY")).isEmpty();
    }
}
