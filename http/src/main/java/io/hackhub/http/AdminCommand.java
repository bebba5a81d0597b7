package io.hackhub.http;

import io.hackhub.cluster.DataFolder;
import io.hackhub.cluster.EmbeddedDatabase;
import io.hackhub.cluster.Settings;
import io.hackhub.cluster.Storage;
import io.hackhub.core.account.Admins;
import io.hackhub.core.shared.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// `hackhub admin …`: what an operator does to accounts, whether HackHub runs or not. An embedded database that nobody
/// runs is started for it and stopped again.
final class AdminCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 64;

    private AdminCommand() {}

    /// The exit code.
    static int run(List<String> arguments, Settings settings, Consumer<String> console) {
        if (arguments.size() != 3 || !arguments.getFirst().equals("admin")) {
            return usage(console);
        }
        var whom = arguments.get(2);
        return switch (arguments.get(1)) {
            case "grant" -> act(settings, console, admins -> admins.grant(whom));
            case "reset-password" -> act(settings, console, admins -> admins.resetPassword(whom));
            default -> usage(console);
        };
    }

    private static int usage(Consumer<String> console) {
        console.accept("hackhub                                        starts HackHub");
        console.accept("hackhub admin grant <email or username>          makes that person a platform admin");
        console.accept("hackhub admin reset-password <email or username> sets a random password and shows it once");
        return USAGE;
    }

    private static int act(Settings settings, Consumer<String> console, Function<Admins, Admins.Outcome> what) {
        var running = settings.database().or(() -> EmbeddedDatabase.running(settings.data()));
        if (running.isPresent()) {
            try (var source = Storage.direct(running.get())) {
                return act(new Database(source), console, what);
            }
        }
        try (var folder = DataFolder.open(settings.data());
                var storage = Storage.open(settings, folder)) {
            return act(new Database(storage.app()), console, what);
        }
    }

    private static int act(Database database, Consumer<String> console, Function<Admins, Admins.Outcome> what) {
        try (var passwords = AccountFeature.passwords()) {
            var outcome = what.apply(new Admins(database, InstantSource.system(), passwords));
            console.accept(outcome.line());
            return outcome.ok() ? DONE : REFUSED;
        }
    }
}
