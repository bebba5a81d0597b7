package io.hackhub.http.live;

/// Why a connection ends, as the client sees it.
enum CloseCode {
    DONE(1000),
    GOING_AWAY(1001),
    PROTOCOL_ERROR(1002),
    TOO_LARGE(1009),
    /// Resumable, like the next two: the client reconnects with its cursors.
    INTERNAL(4000),
    TOO_SLOW(4008),
    DRAINING(4010),
    MALFORMED(4400),
    UNAUTHENTICATED(4401),
    DENIED(4403),
    UNKNOWN_VERSION(4426),
    ABUSE(4429);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
