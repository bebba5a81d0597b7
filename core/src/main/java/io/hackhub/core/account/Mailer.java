package io.hackhub.core.account;

import java.util.concurrent.CompletionStage;

/// Sends mail. Failing is the sender's matter: nobody waits for it.
@FunctionalInterface
public interface Mailer {

    /// Plain text.
    record Mail(String to, String subject, String text) {}

    CompletionStage<?> send(Mail mail);
}
