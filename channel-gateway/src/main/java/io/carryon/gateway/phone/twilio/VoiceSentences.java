package io.carryon.gateway.phone.twilio;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Our own sentences, in every language there is a voice for. */
final class VoiceSentences {

    private static final String BUNDLE = "phone/voice";

    private VoiceSentences() {}

    /** The sentence as a verb to be spoken. */
    static Verb say(String language, String key, Object... values) {
        return Verb.say(language, text(language, key, values));
    }

    static String text(String language, String key, Object... values) {
        var bundle = ResourceBundle.getBundle(
                BUNDLE,
                VoiceLanguage.of(language).locale(),
                Thread.currentThread().getContextClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return MessageFormat.format(bundle.getString(key), values);
    }
}
