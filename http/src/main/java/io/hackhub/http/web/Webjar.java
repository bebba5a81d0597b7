package io.hackhub.http.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// A package of npm's, as WebJars bring it: its files lie in a folder that carries its version.
record Webjar(ClassLoader loader, String name, String version) {

    static Webjar find(ClassLoader loader, String name) {
        var about = "META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(name);
        var properties = new Properties();
        try (var in = loader.getResourceAsStream(about)) {
            if (in == null) {
                throw new IllegalStateException(about + ": missing (expected: on the class path)");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Webjar(loader, name, properties.getProperty("version"));
    }

    /// Where a file is served: good for ever, as the version is in it.
    String address(String path) {
        return "/webjars/%s/%s/%s".formatted(name, version, path);
    }

    byte[] read(String path) {
        try (var in = loader.getResourceAsStream("META-INF/resources" + address(path))) {
            if (in == null) {
                throw new IllegalStateException("no such file in %s %s: %s".formatted(name, version, path));
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
