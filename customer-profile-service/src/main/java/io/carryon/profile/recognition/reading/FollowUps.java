package io.carryon.profile.recognition.reading;

import java.util.List;
import java.util.Set;

/** Contacts that say nothing of their own: "any news?", "still waiting", "you said someone would call back". */
final class FollowUps {

    private static final int MOST_WORDS = 24;

    /** Words that ask for an answer; one at least must be there. */
    private static final Set<String> ASKING =
            words("news update updates waiting wait answer answers answered reply replied"
                    + " response respond responded hear heard back checking following follow progress status stand stands resolved"
                    + " solved fixed sorted nothing nobody anybody anyone somebody someone forgotten forgot reminder remind"
                    + " outstanding pending contacted solution development developments hello ignored ignoring ping happening next"
                    + " promised callback feedback information silence");

    /** Words that may stand around them. */
    private static final Set<String> AROUND = words(
            "any a an the my your our this that it its it's is isn't are was were be been am i'm i i've i'd"
                    + " you you've you're we us me he she they them there here on in of for from to at with about out up by off as if so and or but"
                    + " not no don't didn't haven't hasn't wasn't won't can't cannot yet still again already just only even ever never always"
                    + " please kindly thanks thank hi hey dear sir madam team support regards kind best good morning afternoon evening day days week"
                    + " weeks hours hour month months today yesterday ago since now soon long longer much more last first time times when what where"
                    + " which who how why will would should could can may might do does did done have has had having got get gets getting going gone"
                    + " happen happened said say told tell telling promise know let like want need needs asked ask asking write wrote written"
                    + " writing sent send call called calling phoned message messages email emails e-mail mail request requests ticket case enquiry"
                    + " inquiry question issue matter problem complaint things thing everything anything something side look looked looking into"
                    + " take taking taken work working worked one another previous earlier before after until than other same too also really"
                    + " actually exactly over through until regarding concerning reference number yes yeah ok okay well i'll it'll expect expecting"
                    + " received receive nobody's no-one none some sort head chance check would've someone's somebody's colleague agent person human mr mrs"
                    + " fast quickly quick urgently urgent asap possible moment keep kept posted hope hoping patience patient contact later");

    private static final Set<String> WHAT = words("anything what what's whats something sth nothing");
    private static final Set<String> OTHER = words("new another other different second separate further");
    private static final Set<String> MATTERS =
            words("question questions problem problems issue issues matter matters thing"
                    + " things topic request case ticket enquiry inquiry order complaint concern subject affair");

    private FollowUps() {}

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split(" ")));
    }

    /** @param words of the contact's meaning, in English */
    static boolean isOne(List<Word> words) {
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return false;
        }
        var asks = false;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (bringsSomethingNew(words, i)) {
                return false;
            }
            var asking = knows(ASKING, word.text()) || asksWhatIsNew(words, i);
            asks |= asking;
            if (!asking && !knows(AROUND, word.text())) {
                return false;
            }
        }
        return asks;
    }

    /** "Anything new?" */
    private static boolean asksWhatIsNew(List<Word> words, int at) {
        return "new".equals(words.get(at).text())
                && at > 0
                && WHAT.contains(words.get(at - 1).text());
    }

    /** "A new question", "something else". */
    private static boolean bringsSomethingNew(List<Word> words, int at) {
        var word = words.get(at).text();
        return "else".equals(word)
                ? at > 0 && "something".equals(words.get(at - 1).text())
                : OTHER.contains(word)
                        && at + 1 < words.size()
                        && MATTERS.contains(words.get(at + 1).text());
    }

    /** A typing error in a longer word is forgiven. */
    private static boolean knows(Set<String> known, String word) {
        return known.contains(word)
                || (word.length() >= 5
                        && known.stream().anyMatch(each -> each.length() >= 5 && Spelling.isWithinOne(each, word)));
    }
}
