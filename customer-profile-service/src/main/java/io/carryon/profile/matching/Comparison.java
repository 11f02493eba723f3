package io.carryon.profile.matching;

import java.util.stream.Stream;

/** Compares two people in one respect; no evidence when it says nothing. */
@FunctionalInterface
interface Comparison {

    Stream<Evidence> compare(Person one, Person other);
}
