package io.hackhub.http.account;

import static io.hackhub.http.shared.Problems.problem;
import static io.hackhub.http.shared.Validation.valid;
import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.mapResponse;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.respondWithHeader;

import io.hackhub.core.account.AccessTokens;
import io.hackhub.core.account.Accounts;
import io.hackhub.core.account.Accounts.Newcomer;
import io.hackhub.core.account.Recovery;
import io.hackhub.core.account.Recovery.Reset;
import io.hackhub.core.account.SignIn;
import io.hackhub.core.account.SignIn.Granted;
import io.hackhub.core.account.SignIn.Reason;
import io.hackhub.core.account.SignIn.Refused;
import io.hackhub.core.account.SignIn.WeakPassword;
import io.hackhub.http.account.AuthBodies.DemoLogin;
import io.hackhub.http.account.AuthBodies.ForgotPassword;
import io.hackhub.http.account.AuthBodies.Keeping;
import io.hackhub.http.account.AuthBodies.Login;
import io.hackhub.http.account.AuthBodies.Refresh;
import io.hackhub.http.account.AuthBodies.Register;
import io.hackhub.http.account.AuthBodies.ResetPassword;
import io.hackhub.http.account.AuthBodies.SignedIn;
import io.hackhub.http.account.AuthBodies.VerifyEmail;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Origins;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.RateLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/auth`: registering, signing in and out, staying signed in, and what mails are for.
public final class AuthRoutes {

    private static final int MAX_PASSWORD = 1000;

    private final Accounts accounts;
    private final Recovery recovery;
    private final Guard guard;
    private final AuthLimits limits;
    private final RefreshCookie cookie;
    private final InstantSource clock;

    /// `secureCookie` = the site is on https.
    public AuthRoutes(
            Accounts accounts,
            Recovery recovery,
            Guard guard,
            RateLimits limits,
            Origins origins,
            boolean secureCookie,
            InstantSource clock) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.guard = guard;
        this.limits = new AuthLimits(limits);
        this.cookie = new RefreshCookie(origins, secureCookie);
        this.clock = clock;
    }

    public Route routes() {
        return pathPrefix(
                "auth",
                () -> respondWithHeader(
                        RawHeader.create("Cache-Control", "no-store"),
                        () -> concat(
                                posted("register", this::register),
                                posted("login", this::login),
                                posted("demo", this::demo),
                                posted("refresh", this::refresh),
                                posted("logout", this::logout),
                                posted("verify-email", this::verifyEmail),
                                posted("forgot-password", this::forgotPassword),
                                posted("reset-password", this::resetPassword))));
    }

    private static Route posted(String path, Supplier<Route> inner) {
        return path(path, () -> post(inner));
    }

    private Route register() {
        return Json.body(
                Register.class,
                body -> valid(
                        body::check,
                        () -> limits.register(() -> {
                            var newcomer = new Newcomer(
                                    body.email(),
                                    body.username(),
                                    body.fullName().strip(),
                                    body.password());
                            return entered(StatusCodes.CREATED, accounts.register(newcomer), body.session());
                        })));
    }

    private Route login() {
        return Json.body(
                Login.class,
                body -> limits.login(
                        body.email(),
                        () -> body.password().length() > MAX_PASSWORD
                                ? refused(Reason.BAD_CREDENTIALS)
                                : entered(
                                        StatusCodes.OK,
                                        accounts.login(body.email(), body.password()),
                                        body.session())));
    }

    private Route demo() {
        return Json.body(
                DemoLogin.class,
                body -> limits.login(
                        body.username(),
                        () -> entered(StatusCodes.OK, accounts.loginDemo(body.username()), body.session())));
    }

    /// The body's token, else the cookie's; the new one goes where the old one was.
    private Route refresh() {
        return limits.refresh(() -> Json.optionalBody(Refresh.class, body -> {
            var given = token(body);
            return given.isPresent()
                    ? entered(StatusCodes.OK, accounts.refresh(given.get()), null)
                    : cookie.read(
                            kept -> kept.map(this::refreshByCookie).orElseGet(() -> refused(Reason.BAD_CREDENTIALS)));
        }));
    }

    private Route refreshByCookie(String token) {
        return mapResponse(
                answer -> isOver(answer) ? answer.addHeader(cookie.cleared()) : answer,
                () -> entered(StatusCodes.OK, accounts.refresh(token), Keeping.COOKIE));
    }

    private static boolean isOver(HttpResponse answer) {
        return answer.status().equals(StatusCodes.UNAUTHORIZED)
                || answer.status().equals(StatusCodes.FORBIDDEN);
    }

    /// By refresh token, given or kept, else by the access token's session.
    private Route logout() {
        return Json.optionalBody(Refresh.class, body -> {
            var given = token(body);
            return given.isPresent()
                    ? left(given.get())
                    : cookie.read(kept -> kept.map(this::left).orElseGet(this::leftBySession));
        });
    }

    private Route left(String refreshToken) {
        return onSuccess(accounts.logout(refreshToken), _ -> goodbye());
    }

    private Route leftBySession() {
        return guard.signedIn(caller -> onSuccess(accounts.logout(caller.session()), _ -> goodbye()));
    }

    private Route goodbye() {
        return complete(HttpResponse.create().withStatus(StatusCodes.NO_CONTENT).addHeader(cookie.cleared()));
    }

    private Route verifyEmail() {
        return guard.signedIn(caller -> Json.body(
                VerifyEmail.class,
                body -> onSuccess(
                        recovery.verifyEmail(caller.id(), body.token()),
                        done -> done ? Json.noContent() : AuthBodies.invalidToken())));
    }

    /// Answers before it looks, so that the time tells nothing.
    private Route forgotPassword() {
        return Json.body(
                ForgotPassword.class,
                body -> valid(
                        body::check,
                        () -> limits.mail(body.email(), () -> {
                            var _ = recovery.forgotPassword(body.email());
                            return complete(HttpResponse.create().withStatus(StatusCodes.ACCEPTED));
                        })));
    }

    private Route resetPassword() {
        return limits.refresh(() -> Json.body(
                ResetPassword.class,
                body -> onSuccess(recovery.resetPassword(body.token(), body.password()), reset -> switch (reset) {
                    case Reset.Done() -> Json.noContent();
                    case Reset.InvalidToken() -> AuthBodies.invalidToken();
                    case Reset.WeakPassword(var flaw) -> AuthBodies.weakPassword(flaw);
                })));
    }

    private static Optional<String> token(Optional<Refresh> body) {
        return body.flatMap(it -> Optional.ofNullable(it.refreshToken()));
    }

    private Route entered(StatusCode status, CompletionStage<SignIn> entering, @Nullable Keeping keeping) {
        return onSuccess(entering, signIn -> switch (signIn) {
            case Granted granted -> welcome(status, granted, keeping);
            case Refused(var reason) -> refused(reason);
            case WeakPassword(var flaw) -> AuthBodies.weakPassword(flaw);
        });
    }

    private Route welcome(StatusCode status, Granted granted, @Nullable Keeping keeping) {
        var inBody = keeping == null ? granted.refreshToken() : null;
        var body = new SignedIn(granted.user(), granted.accessToken(), inBody, AccessTokens.LIFETIME.toSeconds());
        var lifetime = Duration.between(clock.instant(), granted.refreshExpires());
        return keeping == null
                ? Json.answer(status, body)
                : Json.answer(status, body, cookie.set(granted.refreshToken(), lifetime));
    }

    private Route refused(Reason reason) {
        return switch (reason) {
            case EMAIL_TAKEN -> limits.emailTaken(() -> problem(Problem.EMAIL_TAKEN));
            case USERNAME_TAKEN -> problem(Problem.USERNAME_TAKEN);
            case BAD_CREDENTIALS -> problem(Problem.UNAUTHENTICATED, "These credentials do not work.");
            case SUSPENDED -> problem(Problem.FORBIDDEN, "This account is suspended.");
        };
    }
}
