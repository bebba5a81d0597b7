package io.hackhub.http;

import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.http.demo.Demo;
import io.hackhub.http.demo.Demo.Guest;
import io.hackhub.http.demo.DemoApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.http.javadsl.server.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The demo, where there is one: on an embedded database that was empty, of which only people of this machine are
/// told.
final class DemoFeature {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFeature.class);
    private static final String ACCOUNTS = "demo-accounts.txt";

    private final Base base;
    private final Entities entities;
    private final AccountFeature account;

    DemoFeature(Base base, Entities entities, AccountFeature account) {
        this.base = base;
        this.entities = entities;
        this.account = account;
    }

    /// Before any entity wakes: what a start that was ended too early left of a demo.
    void clearHalf() {
        if (base.settings().embedded() && Demo.clearHalf(base.database())) {
            LOG.info("The demo was laid out by half: it is laid out anew");
        }
    }

    /// Lays the demo out or carries it on, through `routes`, before anybody else can call them.
    void start(Route routes, Consumer<String> console) {
        if (!wanted()) {
            return;
        }
        var api = new DemoApi(base.system(), base.settings().http().publicUrl(), routes);
        var demo = new Demo(
                base.database(),
                account.admins,
                account.tokens,
                api,
                base.clock(),
                hackathon -> entities.hackathon(hackathon).tell(new HackathonCommand.Tick()));
        if (account.admins.isEmpty()) {
            console.accept("Laying out the demo, once: two real events in some twenty seconds …");
            demo.layOut(this::keep);
        } else {
            guests().stream()
                    .filter(it -> it.role().equals("organizer"))
                    .findFirst()
                    .flatMap(
                            it -> account.cards.byEmailOrUsername(it.username()).join())
                    .ifPresent(demo::carryOn);
        }
    }

    private boolean wanted() {
        var settings = base.settings();
        return settings.demo().orElse(true)
                && settings.embedded()
                && settings.http().isPrivate();
    }

    /// Whom the sign-in page offers.
    List<Guest> guests() {
        return wanted() ? Demo.guests(base.database()) : List.of();
    }

    /// How to sign in, for the banner.
    List<String> lines() {
        var guests = guests();
        if (guests.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("demo          sign in at one click at %s/sign-in as"
                .formatted(base.settings().http().publicUrl()));
        guests.forEach(it -> lines.add("              %s, %s".formatted(it.fullName(), it.role())));
        lines.add("              or by mail and password: %s"
                .formatted(base.folder().resolve(ACCOUNTS)));
        return lines;
    }

    private void keep(String accounts) {
        try {
            Path file = base.folder().resolve(ACCOUNTS);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, accounts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
