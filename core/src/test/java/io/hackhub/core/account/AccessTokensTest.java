package io.hackhub.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.hackhub.core.account.Verifier.Verified;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final String SECRET = "a".repeat(64);
    private static final URI HERE = URI.create("https://hackhub.example");
    private static final UserId ADA = new UserId(new UUID(1, 1));
    private static final SessionId SESSION = new SessionId(new UUID(2, 2));

    private final TestClock clock = new TestClock();
    private final AccessTokens tokens = tokens("k:" + SECRET, HERE);

    @Test
    void aTokenSaysWhoUntilWhen() {
        assertThat(tokens.read(tokens.issue(ADA, SESSION, true)))
                .contains(new Verified(ADA, SESSION, true, TestClock.START.plus(Duration.ofMinutes(15))));
    }

    @Test
    void afterFifteenMinutesItIsNothing() {
        var token = tokens.issue(ADA, SESSION, false);

        clock.forward(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(tokens.read(token)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void oneSignedElsewhereIsNothing() {
        assertThat(tokens.read(tokens("k:" + "b".repeat(64), HERE).issue(ADA, SESSION, false)))
                .isEmpty();
    }

    @Test
    void oneOfAnotherInstallationIsNothing() {
        var elsewhere = tokens("k:" + SECRET, URI.create("https://other.example"));

        assertThat(tokens.read(elsewhere.issue(ADA, SESSION, false))).isEmpty();
    }

    @Test
    void afterRotationOldTokensCountUntilTheirKeyIsGone() {
        var token = tokens.issue(ADA, SESSION, false);

        assertThat(tokens("n:" + "c".repeat(32) + ",k:" + SECRET, HERE).read(token))
                .isPresent();
        assertThat(tokens("n:" + "c".repeat(32), HERE).read(token)).isEmpty();
    }

    @Test
    void algNoneIsNothing() {
        var parts = tokens.issue(ADA, SESSION, false).split("\\.", -1);

        assertThat(tokens.read(base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."))
                .isEmpty();
        assertThat(tokens.read(base64("{\"alg\":\"none\",\"kid\":\"k\"}") + "." + parts[1] + "." + parts[2]))
                .isEmpty();
    }

    @Test
    void aChangedClaimIsNothing() {
        var parts = tokens.issue(ADA, SESSION, false).split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        var changed = base64(claims.replace(ADA.toString(), new UUID(9, 9).toString()));

        assertThat(tokens.read(parts[0] + "." + changed + "." + parts[2])).isEmpty();
    }

    @Test
    void whatIsSignedRightButSaysTooLittleIsNothing() throws Exception {
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "k", it -> it))).isPresent();
        assertThat(tokens.read(signed(JWSAlgorithm.HS512, "k", it -> it))).isEmpty();
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "unknown", it -> it))).isEmpty();
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "k", it -> it.expirationTime(null))))
                .isEmpty();
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "k", it -> it.claim("sid", null))))
                .isEmpty();
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "k", it -> it.claim("sid", 7))))
                .isEmpty();
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "k", it -> it.subject("ada"))))
                .isEmpty();
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "k", it -> it.audience("other"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "nonsense", "....."})
    void nonsenseIsNothing(String text) {
        assertThat(tokens.read(text)).isEmpty();
        assertThat(tokens.read(text.repeat(10_000))).isEmpty();
    }

    private String signed(JWSAlgorithm algorithm, String kid, UnaryOperator<JWTClaimsSet.Builder> change)
            throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer(HERE.toString())
                .audience("hackhub")
                .subject(ADA.toString())
                .claim("sid", SESSION.toString())
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
        var header = new JWSHeader.Builder(algorithm)
                .keyID(kid)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var token = new SignedJWT(header, change.apply(claims).build());
        token.sign(new MACSigner(SECRET));
        return token.serialize();
    }

    private AccessTokens tokens(String keys, URI issuer) {
        return new AccessTokens(SigningKeys.parse(keys), issuer, clock);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
