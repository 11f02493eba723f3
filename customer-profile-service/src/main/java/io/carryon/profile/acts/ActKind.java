package io.carryon.profile.acts;

import java.util.Map;

/** Carries out one kind of act. A bean of this type is found by its name. */
public interface ActKind {

    /** The word acts of this kind are stored under, such as {@code merge}; never changed. */
    String name();

    /**
     * Says no to what cannot be done, before anything is written.
     *
     * @throws io.carryon.profile.problem.ProblemException with a status below 500, which the caller gets
     */
    default void check(Act act) {}

    /**
     * Makes all effects, then publishes its event. Called again after a stop anywhere in between, and perhaps on two
     * instances at once: every effect is harmless when made again.
     *
     * @return the answer, in a shape that {@link io.carryon.profile.documents.Shapes} stores
     * @throws io.carryon.profile.problem.ProblemException with a status below 500 when it turns out to be impossible;
     *     kept as the act's answer, so nothing may have been changed
     */
    Record carryOut(Act act);

    /** Whether {@link #lookAgain} is to be called once the act was carried out. */
    default boolean isLookedAtAgain() {
        return false;
    }

    /**
     * Makes up for what was under way while the act was carried out. Called some seconds after, perhaps more than once.
     *
     * @param answer what {@link #carryOut} returned, as it is stored
     */
    default void lookAgain(Act act, Map<String, Object> answer) {}
}
