package io.hackhub.core.live;

import java.util.Locale;

/// Why a command, subscription or repair is refused.
public enum RefusalCode {
    BAD_REQUEST,
    UNAUTHENTICATED,
    DENIED,
    NOT_FOUND,
    CONFLICT,
    RATE_LIMITED,
    SLOW_MODE,
    MUTED,
    TOO_LARGE,
    OVERLOADED,
    UNAVAILABLE;

    /// The wire's name.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the same command may be sent again, as it is.
    public boolean retryable() {
        return switch (this) {
            case RATE_LIMITED, SLOW_MODE, OVERLOADED, UNAVAILABLE -> true;
            case BAD_REQUEST, UNAUTHENTICATED, DENIED, NOT_FOUND, CONFLICT, MUTED, TOO_LARGE -> false;
        };
    }
}
