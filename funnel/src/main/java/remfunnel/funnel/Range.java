package remfunnel.funnel;

/** What one value of a condition covers: itself, or all the moments of a day. Both ends belong to it. */
record Range<T extends Comparable<T>>(T first, T last) {
    static <T extends Comparable<T>> Range<T> of(T only) {
        return new Range<>(only, only);
    }

    boolean contains(T value) {
        return value.compareTo(first) >= 0 && value.compareTo(last) <= 0;
    }

    boolean isBelow(T value) {
        return value.compareTo(last) > 0;
    }

    boolean isAbove(T value) {
        return value.compareTo(first) < 0;
    }

    /** From the start of this one to the end of another. */
    Range<T> through(Range<T> end) {
        return new Range<>(first, end.last);
    }
}
