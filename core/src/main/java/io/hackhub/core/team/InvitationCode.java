package io.hackhub.core.team;

import io.hackhub.core.shared.TeamId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What opens a team's door: the team's id and 128 random bits, so that a code finds its team without a table and works
/// the moment it is shown. Only its [#hash] is ever stored or sent between nodes.
public record InvitationCode(TeamId team, UUID secret) {

    private static final int BYTES = 32;
    private static final int TEXT_LENGTH = 43;

    /// A new code. `random` must be one that nobody can foresee.
    public static InvitationCode create(TeamId team, RandomGenerator random) {
        return new InvitationCode(team, new UUID(random.nextLong(), random.nextLong()));
    }

    /// What a notification may carry in place of the code, which nobody has any more when it is written: it opens the
    /// door only to the person to whom the invitation is bound, so it needs no secret.
    public static InvitationCode reference(TeamId team, InvitationId invitation) {
        return new InvitationCode(team, invitation.value());
    }

    /// Reads what [#text] wrote; empty where it cannot be a code.
    public static Optional<InvitationCode> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return Optional.of(new InvitationCode(new TeamId(uuid(bytes)), uuid(bytes)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// 43 characters that need no escaping in a link.
    public String text() {
        var bytes = ByteBuffer.allocate(BYTES);
        put(bytes, team.value());
        put(bytes, secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// SHA-256 of the secret, in hex.
    public String hash() {
        var bytes = ByteBuffer.allocate(BYTES / 2);
        put(bytes, secret);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Never the code itself, so that no log line can hold one.
    @Override
    public String toString() {
        return "InvitationCode[" + team + ", …]";
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
