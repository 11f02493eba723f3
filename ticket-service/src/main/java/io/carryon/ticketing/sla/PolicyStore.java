package io.carryon.ticketing.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

/** The lists of policies there were, in the caller's transaction. */
@ApplicationScoped
class PolicyStore {

    private static final String ALL =
            "select revision, valid_from, policies, changed_by from ticketing.sla_policy_version order by revision";

    private static final String PRESENT = ALL + " desc limit 1";

    private static final String ADD = """
            insert into ticketing.sla_policy_version (revision, valid_from, policies, changed_by)
            values (?, ?, ?::json, ?) on conflict do nothing""";

    private final Sql sql;
    private final ObjectMapper json;

    PolicyStore(DataSource database, ObjectMapper json) {
        this.sql = new Sql(database);
        this.json = json;
    }

    List<PolicyVersion> all() {
        return sql.list(ALL, this::read);
    }

    PolicyVersion present() {
        return sql.first(PRESENT, this::read).orElseThrow();
    }

    /** Adds a version; false when somebody else has just added that revision. */
    boolean add(PolicyVersion version) {
        return sql.update(
                        ADD, version.revision(), version.validFrom(), written(version.policies()), version.changedBy())
                == 1;
    }

    private PolicyVersion read(ResultSet row) throws SQLException {
        try {
            return new PolicyVersion(
                    row.getInt("revision"),
                    row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                    json.readValue(row.getString("policies"), new TypeReference<List<SlaPolicy>>() {}),
                    row.getString("changed_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored policies cannot be read", e);
        }
    }

    private String written(List<SlaPolicy> policies) {
        try {
            return json.writeValueAsString(policies);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
