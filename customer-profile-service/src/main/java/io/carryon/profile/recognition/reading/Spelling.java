package io.carryon.profile.recognition.reading;

/** How far two spellings are apart. */
final class Spelling {

    private Spelling() {}

    /** Whether at most one character was changed, inserted or left out, or one swapped with its neighbour. */
    static boolean isWithinOne(String a, String b) {
        if (a.length() > b.length()) {
            return isWithinOne(b, a);
        }
        var more = b.length() - a.length();
        if (more > 1) {
            return false;
        }
        var at = 0;
        while (at < a.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        if (at == a.length()) {
            return true;
        }
        return more == 1 ? isSameFrom(a, at, b, at + 1) : isSameFrom(a, at + 1, b, at + 1) || isSwapped(a, b, at);
    }

    private static boolean isSwapped(String a, String b, int at) {
        return at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && isSameFrom(a, at + 2, b, at + 2);
    }

    private static boolean isSameFrom(String a, int inA, String b, int inB) {
        return a.regionMatches(inA, b, inB, a.length() - inA) && a.length() - inA == b.length() - inB;
    }
}
