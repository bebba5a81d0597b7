package io.hackhub.http.account;

import static org.apache.pekko.http.javadsl.server.Directives.optionalCookie;

import io.hackhub.http.shared.Origins;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.headers.HttpCookiePair;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/// The refresh token where no script can read it. It counts only for `/auth`, and only if a page of ours asks.
final class RefreshCookie {

    private static final String NAME = "hackhub_refresh";
    private static final String SCOPE = "Path=/api/v1/auth; HttpOnly; SameSite=Lax";

    private final Origins origins;
    private final boolean secure;

    /// `secure` = sent over https alone.
    RefreshCookie(Origins origins, boolean secure) {
        this.origins = origins;
        this.secure = secure;
    }

    HttpHeader set(String token, Duration lifetime) {
        return header(token, lifetime.toSeconds());
    }

    HttpHeader cleared() {
        return header("", 0);
    }

    /// 403 if there is one and no allowed origin asks.
    Route read(Function<Optional<String>, Route> inner) {
        return optionalCookie(NAME, cookie -> {
            var token = cookie.map(HttpCookiePair::value).filter(value -> !value.isEmpty());
            return token.isPresent() ? origins.required(() -> inner.apply(token)) : inner.apply(token);
        });
    }

    private HttpHeader header(String value, long seconds) {
        var flags = SCOPE + (secure ? "; Secure" : "");
        return RawHeader.create("Set-Cookie", "%s=%s; Max-Age=%d; %s".formatted(NAME, value, seconds, flags));
    }
}
