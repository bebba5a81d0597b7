package io.hackhub.faults;

import io.hackhub.load.contestant.HackHub;
import io.hackhub.load.contestant.Population;
import io.hackhub.load.wire.Lines.Guest;
import io.hackhub.system.Scenario;
import io.hackhub.system.Scenario.Hackathon;
import io.hackhub.system.Scenario.Person;
import java.util.ArrayList;
import java.util.List;

/// A hackathon with so many people that a node's death makes a crowd of them: teams of ten, four devices each, and each
/// device follows the announcements, the chat of its team and a leaderboard.
///
/// @param organizer makes announcements, and follows them
/// @param devices those of one person are far apart
record Town(Guest organizer, List<Guest> devices) {

    /// As places of a device's channels.
    static final int ANNOUNCEMENTS = 0;
    static final int CHAT = 1;

    private static final int TEAM = 10;
    private static final int DEVICES = Integer.getInteger("hackhub.faults.devices", 4);

    static Town of(int sockets, Nodes nodes, Postgres postgres, String board) {
        var population = new Population(postgres.address(), Nodes.JWT_SECRET, nodes.publicUrl());
        var scenario = new Scenario(nodes.program(0).base());
        int teams = Math.max(1, sockets / (TEAM * DEVICES));
        var hackathon = scenario.open(teams * TEAM + 1);
        var people = population.people(teams * TEAM, scenario);
        var announcements = "hackathon/" + hackathon.id() + "/announcements";
        var chats = HackHub.together(
                teams, team -> chat(scenario, hackathon, people.subList(team * TEAM, (team + 1) * TEAM)));
        var devices = new ArrayList<Guest>();
        for (int i = 0; i < sockets; i++) {
            int person = i % people.size();
            devices.add(new Guest(people.get(person).token(), List.of(announcements, chats.get(person / TEAM), board)));
        }
        var organizer = population.token(hackathon.organizer().id());
        return new Town(new Guest(organizer, List.of(announcements)), devices);
    }

    private static String chat(Scenario scenario, Hackathon hackathon, List<Person> members) {
        members.forEach(it -> scenario.register(it, hackathon));
        var team = scenario.team(hackathon, members.getFirst());
        members.stream().skip(1).forEach(it -> scenario.join(team, it));
        return team.chat();
    }

    /// Every channel that has a log.
    List<String> logs() {
        return devices.stream()
                .flatMap(it -> it.channels().stream().limit(CHAT + 1))
                .distinct()
                .toList();
    }
}
