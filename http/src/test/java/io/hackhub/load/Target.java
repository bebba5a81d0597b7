package io.hackhub.load;

import io.hackhub.system.Api;
import io.hackhub.system.Scenario;
import io.hackhub.system.Scenario.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/// The HackHub under load: where it is, which process it is, and a crowd of people with accounts there.
record Target(URI base, URI live, long pid, Scenario scenario) {

    private static final int SIGN_UPS_AT_ONCE = 8;

    static Target at(URI base, long pid) {
        var about = Api.at(base).get("/about").ok();
        return new Target(base, URI.create(about.path("liveUrl").asText()), pid, new Scenario(base));
    }

    List<Person> crowd(int size) {
        return together(size, _ -> scenario.person("load"));
    }

    /// Makes `size` things by calls to the API, a few at once, and says so once in a while.
    <T> List<T> together(int size, IntFunction<T> make) {
        try (var pool = Executors.newFixedThreadPool(SIGN_UPS_AT_ONCE)) {
            var made = new ArrayList<CompletableFuture<T>>();
            for (int i = 0; i < size; i++) {
                var number = i;
                made.add(CompletableFuture.supplyAsync(() -> make.apply(number), pool));
            }
            return made.stream().map(CompletableFuture::join).toList();
        }
    }
}
