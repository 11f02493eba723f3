package io.carryon.gateway.portal;

/**
 * What stands in the fields of a request's form; what is left empty is "".
 *
 * @param session of the browser that helped itself before
 */
record RequestFields(
        String name,
        String email,
        String phone,
        String topic,
        String subject,
        String text,
        String language,
        String session) {

    RequestFields {
        name = plain(name);
        email = plain(email);
        phone = plain(phone);
        topic = plain(topic);
        subject = plain(subject);
        text = text == null ? "" : text.strip();
        language = plain(language);
        session = plain(session);
    }

    /** The same of somebody whose address is known. */
    RequestFields of(String address) {
        return new RequestFields(name, address, phone, topic, subject, text, language, session);
    }

    private static String plain(String field) {
        return field == null ? "" : field.strip();
    }
}
