package io.hackhub.load;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// `LoadTool <scenario> [base=http://127.0.0.1:8080] [pid=0] [sockets=2000] [rounds=200] [rooms=200] [size=10]
/// [seconds=20]`, against a HackHub that runs with `HACKHUB_RATE_LIMITS=off`. Scenarios: `announcements`, `rooms`,
/// `hot`. With the server's `pid` its CPU time and memory are told too. Prints one line of figures, and leaves with 1
/// where a delivery was lost or doubled.
public final class LoadTool {

    private final Map<String, String> options = new HashMap<>();

    private LoadTool(String[] args) {
        for (int i = 1; i < args.length; i++) {
            var option = args[i].split("=", 2);
            if (option.length != 2) {
                throw new IllegalArgumentException("option: '%s' (expected: name=value)".formatted(args[i]));
            }
            options.put(option[0], option[1]);
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("LoadTool announcements|rooms|hot [name=value …]");
            System.exit(64);
        }
        var tool = new LoadTool(args);
        System.out.println(tool.run(args[0]));
        System.exit(0);
    }

    private String run(String scenario) throws InterruptedException {
        var target = Target.at(URI.create(options.getOrDefault("base", "http://127.0.0.1:8080")), number("pid", 0));
        var loops = Socket.loops(1);
        return switch (scenario) {
            case "announcements" ->
                new Announcements(target, loops).run(number("sockets", 2000), number("rounds", 200));
            case "rooms" ->
                new Rooms(target, loops).teams(number("rooms", 200), number("size", 10), number("seconds", 20));
            case "hot" -> new Rooms(target, loops).hot(number("size", 200), number("seconds", 20));
            default ->
                throw new IllegalArgumentException(
                        "scenario: '%s' (expected: announcements, rooms or hot)".formatted(scenario));
        };
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    }
}
