package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.JournalKit.await;
import static io.hackhub.core.hackathon.Samples.CLUB;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OPENS;
import static io.hackhub.core.hackathon.Samples.OWNER;
import static io.hackhub.core.hackathon.Samples.SPRING;
import static io.hackhub.core.hackathon.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.hackathon.HackathonCommand.Create;
import io.hackhub.core.hackathon.HackathonCommand.Move;
import io.hackhub.core.hackathon.HackathonCommand.Register;
import io.hackhub.core.hackathon.HackathonCommand.Registrations;
import io.hackhub.core.hackathon.HackathonCommand.Withdraw;
import io.hackhub.core.hackathon.HackathonReply.Accepted;
import io.hackhub.core.hackathon.HackathonReply.Enrolled;
import io.hackhub.core.hackathon.HackathonReply.Finished;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// 500 people at once for 100 places, on a real journal.
class RegistrationRushTest {

    private static final TestPostgres POSTGRES = TestPostgres.create();
    private static final int PEOPLE = 500;
    private static final int PLACES = 100;

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @Test
    void aHundredGetPlacesTheOthersWaitInOrderAndEachWithdrawalPromotesOne() {
        try (var kit = new JournalKit(POSTGRES)) {
            open(kit);
            var answers = rush(kit);
            assertThat(answers).allMatch(Enrolled.class::isInstance);

            var roll = roll(kit);
            assertThat(roll).hasSize(PEOPLE).doesNotHaveDuplicates();
            assertThat(count(kit)).isEqualTo(new HackathonView.Counts(PLACES, PEOPLE - PLACES, 0));
            assertThat(arrivals()).isEqualTo(roll);
            assertThat(answers).allSatisfy(answer -> {
                var registration = ((Enrolled) answer).registration();
                int place = roll.indexOf(registration.user());
                assertThat(registration.position()).isEqualTo(place < PLACES ? null : place - PLACES + 1);
            });

            withdraw(kit, roll.subList(0, 60));

            assertThat(count(kit)).isEqualTo(new HackathonView.Counts(PLACES, PEOPLE - PLACES - 60, 0));
            assertThat(roll(kit)).isEqualTo(roll.subList(60, PEOPLE));
            assertThat(promoted()).isEqualTo(roll.subList(PLACES, PLACES + 60));

            var before = roll(kit);
            kit.crash(SPRING);
            assertThat(roll(kit)).isEqualTo(before);
        }
    }

    private static void open(JournalKit kit) {
        kit.<HackathonReply>ask(
                SPRING,
                replyTo -> new Create(
                        CLUB,
                        "spring-hack",
                        Samples.details(PLACES),
                        MILESTONES,
                        1,
                        Samples.managers(),
                        OWNER,
                        replyTo));
        kit.<HackathonReply>ask(
                SPRING, replyTo -> new Move(HackathonStatus.PUBLISHED, null, null, null, true, null, OWNER, replyTo));
        kit.clock.set(OPENS);
    }

    private static List<HackathonReply> rush(JournalKit kit) {
        var order = new ArrayList<>(
                IntStream.range(0, PEOPLE).mapToObj(n -> user(1000 + n)).toList());
        Collections.shuffle(order, new Random(42));
        var asked = order.parallelStream()
                .map(user -> kit.<HackathonReply>asking(
                        SPRING, replyTo -> new Register(user, Samples.registration(user), replyTo)))
                .toList();
        return asked.stream().map(JournalKit::await).toList();
    }

    private static void withdraw(JournalKit kit, List<UserId> people) {
        var asked = new ArrayList<CompletionStage<HackathonReply>>();
        people.parallelStream()
                .map(user -> kit.<HackathonReply>asking(SPRING, replyTo -> new Withdraw(user, replyTo)))
                .toList()
                .forEach(asked::add);
        asked.forEach(reply -> assertThat(await(reply)).isEqualTo(new Finished()));
    }

    private static List<UserId> roll(JournalKit kit) {
        var all = kit.<RegistrationPage>ask(SPRING, replyTo -> new Registrations(0, PEOPLE, null, replyTo));
        return all.items().stream().map(Registration::user).toList();
    }

    private static HackathonView.Counts count(JournalKit kit) {
        var reply = kit.<HackathonReply>ask(SPRING, replyTo -> new HackathonCommand.Get(null, replyTo));
        return ((Accepted) reply).hackathon().counts();
    }

    /// In the journal's order.
    private static List<UserId> arrivals() {
        return stored("HackathonEvent$Registered");
    }

    private static List<UserId> promoted() {
        return stored("HackathonEvent$Promoted");
    }

    private static List<UserId> stored(String event) {
        return POSTGRES.database()
                .now(db -> Sql.list(
                        db,
                        "select convert_from(event_payload, 'UTF8')::jsonb ->> 'user' as who from event_journal"
                                + " where event_ser_manifest like ? order by sequence_number",
                        row -> UserId.of(row.getString("who")),
                        "%" + event));
    }
}
