package io.hackhub.core.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.hackhub.core.account.Verifier.Verified;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// Access tokens: JWTs of 15 minutes, HS256 and nothing else, for this issuer and audience alone.
public final class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String AUDIENCE = "hackhub";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final int MAX_LENGTH = 2000;

    private final SigningKeys keys;
    private final String issuer;
    private final InstantSource clock;

    /// `publicUrl` is the issuer: a token of one installation is nothing in another.
    public AccessTokens(SigningKeys keys, URI publicUrl, InstantSource clock) {
        this.keys = keys;
        this.issuer = publicUrl.toString();
        this.clock = clock;
    }

    public String issue(UserId user, SessionId session, boolean admin) {
        var now = clock.instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(keys.signingKid())
                .type(TYPE)
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(user.toString())
                .claim("sid", session.toString())
                .claim("admin", admin ? true : null)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new MACSigner(keys.signingSecret()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Everything but revocation.
    Optional<Verified> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var token = SignedJWT.parse(text);
            return isSignedByUs(token) ? verified(token.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private boolean isSignedByUs(SignedJWT token) throws JOSEException {
        var header = token.getHeader();
        var secret = Optional.ofNullable(header.getKeyID()).flatMap(keys::secret);
        return JWSAlgorithm.HS256.equals(header.getAlgorithm())
                && TYPE.equals(header.getType())
                && secret.isPresent()
                && token.verify(new MACVerifier(secret.get()));
    }

    private Optional<Verified> verified(JWTClaimsSet claims) throws ParseException {
        var subject = claims.getSubject();
        var session = claims.getStringClaim("sid");
        var expires = claims.getExpirationTime();
        if (!issuer.equals(claims.getIssuer())
                || !List.of(AUDIENCE).equals(claims.getAudience())
                || subject == null
                || session == null
                || expires == null
                || !clock.instant().isBefore(expires.toInstant())) {
            return Optional.empty();
        }
        var admin = Boolean.TRUE.equals(claims.getBooleanClaim("admin"));
        return Optional.of(new Verified(UserId.of(subject), SessionId.of(session), admin, expires.toInstant()));
    }
}
