package io.hackhub.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads variables one by one, and collects a line for each bad value rather than stopping at the first.
/// A blank value counts as absent, as container tools set it.
final class Variables {

    private final Map<String, String> environment;
    private final List<String> errors = new ArrayList<>();

    Variables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// A secret is neither stripped nor ever shown.
    Optional<Secret> secret(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Secret::new);
    }

    boolean given(String name) {
        return text(name).isPresent();
    }

    /// `parse` answers empty for a value that it does not take; then the line says what was expected.
    <T> T read(String name, T whenAbsent, String expected, Function<String, Optional<T>> parse) {
        return text(name)
                .map(value -> parse.apply(value).orElseGet(() -> refuse(name, value, expected, whenAbsent)))
                .orElse(whenAbsent);
    }

    <T> List<T> list(String name, List<T> whenAbsent, String expected, Function<String, Optional<T>> parse) {
        return text(name).map(value -> elements(name, value, expected, parse)).orElse(whenAbsent);
    }

    int port(String name, int whenAbsent) {
        return read(name, whenAbsent, "a port, 0..65535", value -> number(value, 65_535));
    }

    boolean flag(String name, boolean whenAbsent) {
        return read(name, whenAbsent, "true or false", Variables::trueOrFalse);
    }

    Optional<Boolean> flag(String name) {
        return given(name) ? Optional.of(flag(name, false)) : Optional.empty();
    }

    void error(String name, String value, String expected) {
        errors.add(CannotStart.line(name, value, expected));
    }

    /// @throws CannotStart if any value was bad
    void check() {
        if (!errors.isEmpty()) {
            throw CannotStart.configuration(errors);
        }
    }

    static Optional<Integer> number(String text, int max) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > max) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text));
    }

    private static Optional<Boolean> trueOrFalse(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private <T> T refuse(String name, String value, String expected, T instead) {
        error(name, value, expected);
        return instead;
    }

    private <T> List<T> elements(String name, String value, String expected, Function<String, Optional<T>> parse) {
        var elements = new ArrayList<T>();
        for (var element : value.split(",", -1)) {
            parse.apply(element.strip()).ifPresentOrElse(elements::add, () -> error(name, element.strip(), expected));
        }
        return elements;
    }
}
