package io.carryon.gateway.portal;

import io.quarkus.qute.TemplateData;
import java.util.Set;
import java.util.UUID;

/**
 * A form as it is shown: what was filled in, and which fields are wrong.
 *
 * @param key makes what it is sent for happen once
 * @param notice the word of the form that says why it was right and did not get through, or null
 * @param filesGone whether files were chosen, which no form can be shown with
 */
@TemplateData
public record FilledForm(String key, RequestFields fields, Set<String> wrongFields, String notice, boolean filesGone) {

    static FilledForm empty(String name, String subject) {
        return again(new RequestFields(name, "", "", "", subject, "", "", ""), Set.of());
    }

    static FilledForm again(RequestFields fields, Set<String> wrong) {
        return new FilledForm(UUID.randomUUID().toString(), fields, wrong, null, false);
    }

    /** To be sent again: by its key what stayed the same happens once, whether the first got somewhere or not. */
    static FilledForm refused(String key, RequestFields fields) {
        return refused(key, fields, "form_again");
    }

    static FilledForm refused(String key, RequestFields fields, String why) {
        return new FilledForm(key, fields, Set.of(), why, false);
    }

    /** The same after files were chosen, or not. */
    FilledForm without(boolean files) {
        return new FilledForm(key, fields, wrongFields, notice, files);
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
