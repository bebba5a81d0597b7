package io.hackhub.load.scenario;

/// What is looked at again and again while a server runs for long.
public enum Measure {
    HEAP("heap after full GC, MB", 8, true),
    THREADS("threads", 6, true),
    FILES("open files besides connections", 30, true),
    PENDING("outbound bytes pending, kB", 2_000, true),
    RSS("RSS, MB", 64, false),
    CONNECTIONS("connections", Double.MAX_VALUE, false);

    /// As a key of results: when each sample was taken.
    public static final String MINUTE = "MINUTE";

    private final String title;
    private final double bound;
    private final boolean wanted;

    /// @param bound what it may grow by in an hour in any case
    /// @param wanted whether it must not grow
    Measure(String title, double bound, boolean wanted) {
        this.title = title;
        this.bound = bound;
        this.wanted = wanted;
    }

    public String title() {
        return title;
    }

    public double bound() {
        return bound;
    }

    public boolean wanted() {
        return wanted;
    }
}
