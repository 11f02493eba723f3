package io.carryon.profile.recognition.linking;

/**
 * What a contact and one earlier issue have to do with each other, as it is weighed.
 *
 * @param meaning similarity of the closest texts, about 0 for unrelated ones, 1 for the same
 * @param averageMeaning the same, over all the issue's contacts
 * @param meaningLead {@code meaning} less that of the best other issue; 0.3 where there is no other
 * @param words share of telling words in common, from 0 to 1
 * @param wordsLead as {@code meaningLead}
 * @param quietFor logarithm of the days since its last contact, plus one
 * @param contacts logarithm of their number
 * @param issues logarithm of the number of the customer's issues
 * @param length logarithm of the contact's telling words, plus one
 */
record Facts(
        double meaning,
        double averageMeaning,
        double meaningLead,
        double words,
        double wordsLead,
        boolean namesNewReference,
        boolean leavesReferenceOut,
        boolean sharesDurable,
        boolean differsInDurable,
        boolean namesNewDurable,
        boolean leavesDurableOut,
        boolean choosesDurable,
        boolean choosesAnotherDurable,
        boolean isClosestOfDurable,
        boolean answers,
        boolean answersAnother,
        boolean isOpen,
        boolean isLatestOpen,
        double quietFor,
        boolean isLongResolved,
        double contacts,
        double issues,
        double length,
        boolean isSpoken,
        boolean isOtherLanguage) {

    double[] signals() {
        var all = Signal.values();
        var signals = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            signals[i] = all[i].of(this);
        }
        return signals;
    }
}
