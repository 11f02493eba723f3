package io.carryon.gateway.phone.menu;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A phone menu: a graph of nodes that every phone system walks in the same way.
 *
 * @param languages those every prompt is written in, the first being the one spoken when nothing better is known
 * @param queue where 0 leads from nodes that name none; null leaves it to the phone channel's own
 * @param nodes by their names, in the order of the file; the caller begins at {@link #ROOT}
 * @param version of the file's bytes, hexadecimal
 */
public record Menu(String name, List<String> languages, String queue, Map<String, MenuNode> nodes, String version) {

    /** Where every call begins. */
    public static final String ROOT = "root";

    /** The key that leads to a person, at every node and during every prompt. */
    public static final String HUMAN_KEY = "0";

    /** So often may a caller say nothing at a node; this time they get a person. */
    public static final int SILENCES = 2;

    /** So often may a caller give what a node does not take; this time they get a person. */
    public static final int MISTAKES = 3;

    /** The node of this name, if there is one. */
    public Optional<MenuNode> node(String wanted) {
        return Optional.ofNullable(nodes.get(wanted));
    }

    /** The language to speak for one that is wanted, in any form of a tag, or null. */
    public String spoken(String wanted) {
        return languages.stream()
                .filter(language ->
                        wanted != null && (wanted.equalsIgnoreCase(language) || wanted.startsWith(language + "-")))
                .findFirst()
                .orElse(languages.getFirst());
    }
}
