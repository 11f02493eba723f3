package io.carryon.ticketing.intake;

import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.line.CountedStatements;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.ticket.Ticket;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/** What plain SQL writes of the intake is all that Hibernate knows of its rows. */
@QuarkusTest
class WrittenColumnsComponentTest {

    @Inject
    CountedIntake counting;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Inject
    SessionFactory hibernate;

    @Test
    void whatIsWrittenByOurselvesIsAllThatHibernateWouldWrite() {
        var counted = new CountedStatements(database, hibernate);
        new Intaking(counting.over(counted.database()), json).take(mail());

        var ofLater = Set.of("rating", "rating_comment", "rated_resolution");
        assertThat(inserted(counted, "ticket")).isEqualTo(without(ofLater, mapped(Ticket.class)));
        assertThat(inserted(counted, "ticket_event")).isEqualTo(mapped(LoggedEvent.class));
        // What a customer says is not delivered by us.
        var ofReplies = Set.of("answers", "delivery", "delivery_reason", "delivery_at", "copies");
        assertThat(mapped(Entry.class)).containsAll(ofReplies);
        assertThat(inserted(counted, "entry")).isEqualTo(without(ofReplies, mapped(Entry.class)));
    }

    private static Set<String> inserted(CountedStatements counted, String table) {
        var insert = Pattern.compile("insert into ticketing[.]%s \\((.*?)\\).*".formatted(table));
        return counted.own().stream()
                .map(insert::matcher)
                .filter(Matcher::matches)
                .flatMap(found -> Stream.of(found.group(1).split(", ")))
                .collect(Collectors.toSet());
    }

    private Set<String> mapped(Class<?> type) {
        var entity = hibernate
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(type);
        var columns = new HashSet<String>();
        entity.getIdentifierMapping().forEachSelectable((at, column) -> columns.add(column.getSelectionExpression()));
        entity.forEachSelectable((at, column) -> columns.add(column.getSelectionExpression()));
        return columns;
    }

    private static Set<String> without(Set<String> some, Set<String> all) {
        return all.stream().filter(one -> !some.contains(one)).collect(Collectors.toSet());
    }
}
