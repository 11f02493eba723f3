package io.carryon.gateway.portal;

import io.quarkus.qute.TemplateData;
import java.util.Set;
import java.util.UUID;

/**
 * A form as it is shown: what was filled in, and which fields are wrong.
 *
 * @param key makes what it is sent for happen once
 * @param refused whether it was right and did not get through
 */
@TemplateData
public record FilledForm(String key, RequestFields fields, Set<String> wrongFields, boolean refused) {

    static FilledForm empty(String name, String subject) {
        return new FilledForm(
                UUID.randomUUID().toString(),
                new RequestFields(name, "", "", "", subject, "", "", ""),
                Set.of(),
                false);
    }

    static FilledForm again(RequestFields fields, Set<String> wrong) {
        return new FilledForm(UUID.randomUUID().toString(), fields, wrong, false);
    }

    /** To be sent again: by its key what stayed the same happens once, whether the first got somewhere or not. */
    static FilledForm refused(String key, RequestFields fields) {
        return new FilledForm(key, fields, Set.of(), true);
    }

    public boolean wrong() {
        return !wrongFields.isEmpty();
    }

    public boolean bad(String field) {
        return wrongFields.contains(field);
    }

    public String name() {
        return fields.name();
    }

    public String email() {
        return fields.email();
    }

    public String phone() {
        return fields.phone();
    }

    public String topic() {
        return fields.topic();
    }

    public String subject() {
        return fields.subject();
    }

    public String text() {
        return fields.text();
    }
}
