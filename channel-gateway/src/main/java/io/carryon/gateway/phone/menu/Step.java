package io.carryon.gateway.phone.menu;

/** What comes next for a caller in a menu. */
public sealed interface Step {

    /** The caller, with everything known from the way here. */
    WalkState state();

    /** The node is asked, again when the caller was not understood. */
    record Ask(WalkState state, MenuNode node, Again again) implements Step {}

    /**
     * A person takes the call.
     *
     * @param queue the node's or the menu's; null leaves it to the phone channel's own
     */
    record Person(WalkState state, Wanted why, String queue) implements Step {}

    /** The menu ends in another way: a callback, a message, or help enough. */
    record Leave(WalkState state, MenuNode.Exit exit) implements Step {}

    /** Why a node is asked again. */
    enum Again {
        FIRST_TIME,
        NOTHING_SAID,
        NOT_UNDERSTOOD
    }

    /** What made the caller reach a person, as a zero-out names it. */
    enum Wanted {
        KEY("dtmf0"),
        SPEECH("speech"),
        SILENCE("no-input"),
        MISTAKES("max-retries");

        private final String trigger;

        Wanted(String trigger) {
            this.trigger = trigger;
        }

        public String trigger() {
            return trigger;
        }
    }
}
