package io.hackhub.cluster;

import io.hackhub.cluster.Settings.SigningKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// The form that `HACKHUB_JWT_SECRET` and the file in the data folder share: one secret, or `kid:secret,kid:secret`.
final class SigningKeys {

    private static final int BYTES = 48;

    private SigningKeys() {}

    static List<SigningKey> parse(String text) {
        if (!text.contains(":")) {
            return List.of(new SigningKey("1", new Secret(text)));
        }
        return Arrays.stream(text.split(",", -1))
                .map(part -> {
                    int colon = part.indexOf(':');
                    return new SigningKey(
                            colon < 0 ? "" : part.substring(0, colon).strip(), new Secret(part.substring(colon + 1)));
                })
                .toList();
    }

    static String generate(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
