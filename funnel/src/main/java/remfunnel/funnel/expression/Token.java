package remfunnel.funnel.expression;

/**
 * A word of a formula.
 *
 * @param text as written, or for a title what stands in the brackets
 */
record Token(Kind kind, String text, int position, int length) {
    enum Kind {
        NUMBER,
        NAME,
        TITLE,
        SYMBOL,
        /** What a problem was already told about: no second one for what follows from it. */
        REFUSED,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Words stand in any letter case, as functions do. */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    /** Whether it joins conditions, and so can be no name. */
    boolean isReserved() {
        return isWord("and") || isWord("or") || isWord("not");
    }

    int end() {
        return position + length;
    }
}
