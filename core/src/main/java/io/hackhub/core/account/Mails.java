package io.hackhub.core.account;

import io.hackhub.core.account.MailTokenTable.Purpose;
import io.hackhub.core.account.Mailer.Mail;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mails about an account. A link holds its token in the fragment, which no server and no log ever sees; opening it
/// alone changes nothing.
final class Mails {

    private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
    private static final Duration VALID = Duration.ofHours(24);
    private static final int BYTES = 32;

    private final Mailer mailer;
    private final URI publicUrl;
    private final SecureRandom random = new SecureRandom();

    Mails(Mailer mailer, URI publicUrl) {
        this.mailer = mailer;
        this.publicUrl = publicUrl;
    }

    /// A token in the table, in `db`'s transaction, and the mail to send once that is committed.
    Mail prepare(Connection db, User user, Purpose purpose, Instant now) throws SQLException {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        MailTokenTable.deleteAll(db, user.id(), purpose);
        MailTokenTable.insert(db, Hashes.sha256(bytes), user.id(), purpose, now.plus(VALID));
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return switch (purpose) {
            case VERIFY_EMAIL -> verify(user, token);
            case RESET_PASSWORD -> reset(user, token);
        };
    }

    void send(Mail mail) {
        mailer.send(mail).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.warn("a mail could not be sent: {}", failure.getClass().getName());
            }
        });
    }

    /// The hash under which the table knows a token, or of nothing that it could know.
    static byte[] hash(String token) {
        try {
            return Hashes.sha256(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException notOurs) {
            return Hashes.sha256(new byte[0]);
        }
    }

    private Mail verify(User user, String token) {
        return new Mail(user.email(), "Confirm your e-mail address", """
            Hello %s,

            somebody, we hope you, made an account at HackHub with this address. Sign in and confirm it here:

            %s

            The link works for 24 hours, once. If it was not you, do nothing.
            """.formatted(
                        user.fullName(), link("verify-email", token)));
    }

    private Mail reset(User user, String token) {
        return new Mail(user.email(), "A new password for HackHub", """
            Hello %s,

            here you can choose a new password:

            %s

            The link works for 24 hours, once. If you did not ask for it, do nothing.
            """.formatted(
                        user.fullName(), link("reset-password", token)));
    }

    private String link(String page, String token) {
        return publicUrl.resolve("/" + page) + "#" + token;
    }
}
