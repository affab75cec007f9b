package org.podium.model.id;

/**
 * Characters of ASCII that ids are made of. Ids are checked whenever they are read, a dozen of them with each record,
 * and a regular expression takes several times as long as a look at each character.
 */
final class Letters {

    static final Letters CAPITALS = new Letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    static final Letters CODE = CAPITALS.and("0123456789");
    static final Letters PADDED_CODE = CODE.and("-");
    static final Letters NAME = PADDED_CODE.and("_");
    static final Letters GENDERS = new Letters("MWXO");

    private final String letters;
    private final boolean[] among = new boolean[128];

    private Letters(String letters) {
        this.letters = letters;
        letters.chars().forEach(letter -> among[letter] = true);
    }

    private Letters and(String more) {
        return new Letters(letters + more);
    }

    /** True when each character of a part of the text is one of these; the part is within the text. */
    boolean are(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            if (letter >= among.length || !among[letter]) {
                return false;
            }
        }
        return true;
    }

    /** True when the text is as long, and each of its characters is one of these. */
    boolean are(String text, int least, int most, Letters first) {
        return text.length() >= least && text.length() <= most && first.are(text, 0, 1) && are(text, 1, text.length());
    }

    /** True when the text begins with discipline and gender of an RSC, and the rest is padded code of the length. */
    static boolean areRsc(String text, int length) {
        return text.length() == length
                && CODE.are(text, 0, 3)
                && GENDERS.are(text, 3, 4)
                && PADDED_CODE.are(text, 4, length);
    }
}
