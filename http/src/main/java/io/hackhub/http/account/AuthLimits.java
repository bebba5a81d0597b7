package io.hackhub.http.account;

import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.RateLimits.Limit;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.server.Route;

/// How often one may try. A narrow limit for one account from one address, so that nobody is locked out by somebody
/// elsewhere; a wide one by address, so that a whole venue can sign in; and a wide one by account, so that many
/// addresses together do not guess without end. It is ten times what one address may try: whoever wants to lock
/// somebody out by it has to keep more than ten addresses busy, and ends nobody's session by that.
final class AuthLimits {

    private static final Limit ACCOUNT = new Limit("login", 20, Duration.ofMinutes(10));
    private static final Limit ACCOUNT_ANYWHERE = new Limit("login-anywhere", 200, Duration.ofMinutes(10));
    private static final Limit ADDRESS = new Limit("auth", 1000, Duration.ofMinutes(10));
    private static final Limit REGISTER = new Limit("register", 300, Duration.ofMinutes(10));
    private static final Limit MAIL = new Limit("mail", 5, Duration.ofHours(1));
    /// Every answer that a mail address has an account costs one; without any left, nobody at that address
    /// registers: any other rule would tell by what it does to the free ones. So it has to be wide enough for a
    /// venue of a thousand of whom each tenth has forgotten an account, and to refill fast, a minute's wait at
    /// most; a list of addresses still cannot be tried at this pace.
    private static final Limit EMAIL_TAKEN = new Limit("email-taken", 100, Duration.ofHours(1));

    private final RateLimits limits;

    AuthLimits(RateLimits limits) {
        this.limits = limits;
    }

    Route login(String email, Supplier<Route> inner) {
        return limits.byAddress(
                ADDRESS,
                () -> limits.byAddressAnd(ACCOUNT, key(email), () -> limits.by(ACCOUNT_ANYWHERE, key(email), inner)));
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
