package io.carryon.ticketing.staff;

import io.carryon.ticketing.ticket.Channel;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What holds for agents of whom nothing is said, and how heavy work is. */
@ConfigMapping(prefix = "carryon.staff")
public interface StaffConfig {

    /** How much an agent works on at once, in the weights of channels. */
    @WithDefault("20")
    int capacity();

    /** The languages somebody here speaks, as primary subtags; tickets in others are for everybody. */
    @WithDefault("en,de,fr,es,it,pt,nl,ro,lt,pl")
    List<String> languages();

    Weights weights();

    /** What one running ticket of a channel takes of its owner's capacity. */
    interface Weights {

        @WithDefault("10")
        int phone();

        @WithDefault("4")
        int chat();

        @WithDefault("1")
        int email();

        @WithDefault("1")
        int portal();

        @WithDefault("2")
        int whatsapp();

        @WithDefault("2")
        int telegram();

        default int of(Channel channel) {
            return switch (channel) {
                case PHONE -> phone();
                case CHAT -> chat();
                case EMAIL -> email();
                case PORTAL -> portal();
                case WHATSAPP -> whatsapp();
                case TELEGRAM -> telegram();
            };
        }
    }
}
