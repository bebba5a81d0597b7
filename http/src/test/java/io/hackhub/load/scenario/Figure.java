package io.hackhub.load.scenario;

/// What is measured, the figure that matters most first: of those that a scenario has, that is the one in its picture.
public enum Figure {
    GROWING("measures that grow", false),
    STALENESS_P99("staleness p99, ms", false),
    ALONE_ACK_P50("one sender's ack p50, ms", false),
    BARE_COMMIT_P50("bare commit p50, ms", false),
    OVER_BARE_COMMIT("over the bare commit, ms", false),
    ACKNOWLEDGED_PER_SECOND("acknowledged/s", true),
    DELIVERIES_PER_SECOND("deliveries/s", true),
    LAST_RECIPIENT_P50("last recipient p50, ms", false),
    LAST_RECIPIENT_P99("last recipient p99, ms", false),
    DELIVERY_P99("delivery p99, ms", false),
    SUSTAINED_DELIVERIES("sustained deliveries/s at p99 ≤ 100 ms", true),
    ACK_P50("ack p50, ms", false),
    ACK_P99("ack p99, ms", false),
    HALF_LOAD("half load, messages/s", true),
    HALF_LOAD_ACK_P50("ack p50 at half load, ms", false),
    HALF_LOAD_ACK_P99("ack p99 at half load, ms", false),
    HALF_LOAD_DELIVERY_P99("delivery p99 at half load, ms", false),
    REFUSED("refused", false),
    COMEBACKS("sockets that came", true),
    CLOSED_SLOW("sockets closed with 4008", false),
    MINUTES("minutes", true),
    RSS_PER_SOCKET("RSS a socket, kB", false),
    HEAP_PER_SOCKET("heap a socket, kB", false),
    ENTERED_PER_SECOND("sockets that get in, a second", true),
    FRAMES_PER_SCORE("frames a score", false),
    SERVER_CPU_PER_SCORE("server CPU a score, ms", false),
    SERVER_CPU("server, cores", false),
    DATABASE_CPU("database, cores", false),
    GENERATOR_CPU("load generator, cores", false),
    FOREIGN_CPU("others, cores", false);

    private final String title;
    private final boolean moreIsBetter;

    Figure(String title, boolean moreIsBetter) {
        this.title = title;
        this.moreIsBetter = moreIsBetter;
    }

    public String title() {
        return title;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
