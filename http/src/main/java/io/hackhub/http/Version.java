package io.hackhub.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which HackHub this is. The build writes it into `version.properties`.
final class Version {

    static final String TEXT = read();

    private Version() {}

    private static String read() {
        try (var file = Version.class.getResourceAsStream("/io/hackhub/version.properties")) {
            if (file == null) {
                throw new IllegalStateException("version.properties is missing from the build");
            }
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
