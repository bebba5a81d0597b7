package io.hackhub.http.account;

import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.RateLimits.Limit;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.server.Route;

/// How often one may try. A narrow limit for one account from one address, so that nobody is locked out by somebody
/// elsewhere; a wide one by address, so that a whole venue can sign in.
final class AuthLimits {

    private static final Limit ACCOUNT = new Limit("login", 20, Duration.ofMinutes(10));
    private static final Limit ADDRESS = new Limit("auth", 1000, Duration.ofMinutes(10));
    private static final Limit REGISTER = new Limit("register", 300, Duration.ofMinutes(10));
    private static final Limit MAIL = new Limit("mail", 5, Duration.ofHours(1));
    /// Every answer that an address has an account costs one; without any left, nobody at that address registers.
    private static final Limit EMAIL_TAKEN = new Limit("email-taken", 10, Duration.ofHours(1));

    private final RateLimits limits;

    AuthLimits(RateLimits limits) {
        this.limits = limits;
    }

    Route login(String email, Supplier<Route> inner) {
        return limits.byAddress(ADDRESS, () -> limits.byAddressAnd(ACCOUNT, key(email), inner));
    }

    Route refresh(Supplier<Route> inner) {
        return limits.byAddress(ADDRESS, inner);
    }

    Route register(Supplier<Route> inner) {
        return limits.byAddress(REGISTER, () -> limits.whileLeft(EMAIL_TAKEN, inner));
    }

    Route emailTaken(Supplier<Route> inner) {
        return limits.byAddress(EMAIL_TAKEN, inner);
    }

    /// Counted for the account wherever from, so that nobody's mailbox is flooded.
    Route mail(String email, Supplier<Route> inner) {
        return limits.byAddress(ADDRESS, () -> limits.by(MAIL, key(email), inner));
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
