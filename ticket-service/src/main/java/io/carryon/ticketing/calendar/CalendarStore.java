package io.carryon.ticketing.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The calendars with all their versions, in the caller's transaction. */
@ApplicationScoped
public class CalendarStore {

    private static final String COLUMNS = "select name, revision, valid_from, hours, changed_by";

    private static final String PRESENT = COLUMNS + """
             from (select distinct on (name) * from ticketing.calendar_version order by name, revision desc) as present
            order by name""";

    private static final String ONE =
            COLUMNS + " from ticketing.calendar_version where name = ? order by revision desc limit 1";

    private static final String ALL = COLUMNS + " from ticketing.calendar_version order by name, revision";

    private static final String STAMP = "select coalesce(max(stamp), 0) from ticketing.calendar_version";

    private static final String ADD = """
            insert into ticketing.calendar_version (name, revision, valid_from, hours, changed_by)
            values (?, ?, ?, ?::json, ?) on conflict do nothing""";

    private final Sql sql;
    private final ObjectMapper json;

    public CalendarStore(DataSource database, ObjectMapper json) {
        this.sql = new Sql(database);
        this.json = json;
    }

    /** Every calendar as it is now, by name. */
    List<CalendarVersion> present() {
        return sql.list(PRESENT, this::read);
    }

    /** A calendar as it is now. */
    public Optional<CalendarVersion> present(String name) {
        return sql.first(ONE, this::read, name);
    }

    /** Every calendar with its past, by name. */
    public Map<String, BusinessCalendar> calendars() {
        return sql.list(ALL, this::read).stream()
                .collect(Collectors.groupingBy(
                        CalendarVersion::name,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), CalendarStore::calendar)));
    }

    /** Tells two states of all calendars apart: the later has the greater one. */
    public long stamp() {
        return sql.first(STAMP, row -> row.getLong(1)).orElse(0L);
    }

    /** Adds a version; false when somebody else has just added that revision. */
    boolean add(CalendarVersion version) {
        return sql.update(
                        ADD,
                        version.name(),
                        version.revision(),
                        version.validFrom(),
                        written(version.hours()),
                        version.changedBy())
                == 1;
    }

    private static BusinessCalendar calendar(List<CalendarVersion> versions) {
        return new BusinessCalendar(versions.stream()
                .map(version -> new BusinessCalendar.Version(version.validFrom(), version.hours()))
                .toList());
    }

    private CalendarVersion read(ResultSet row) throws SQLException {
        try {
            return new CalendarVersion(
                    row.getString("name"),
                    row.getInt("revision"),
                    row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                    json.readValue(row.getString("hours"), WorkingHours.class),
                    row.getString("changed_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The calendar %s cannot be read".formatted(row.getString("name")), e);
        }
    }

    private String written(WorkingHours hours) {
        try {
            return json.writeValueAsString(hours);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
