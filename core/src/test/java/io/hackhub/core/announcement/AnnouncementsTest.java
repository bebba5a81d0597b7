package io.hackhub.core.announcement;

import static io.hackhub.core.announcement.AnnouncementWorld.ADA;
import static io.hackhub.core.announcement.AnnouncementWorld.BOB;
import static io.hackhub.core.announcement.AnnouncementWorld.JUDGE;
import static io.hackhub.core.announcement.AnnouncementWorld.NINE;
import static io.hackhub.core.announcement.AnnouncementWorld.ORGANIZER;
import static io.hackhub.core.announcement.AnnouncementWorld.OWNER;
import static io.hackhub.core.announcement.AnnouncementWorld.STRANGER;
import static io.hackhub.core.announcement.AnnouncementWorld.WAITING;
import static io.hackhub.core.announcement.AnnouncementWorld.draft;
import static io.hackhub.core.announcement.AnnouncementWorld.get;
import static io.hackhub.core.announcement.AnnouncementWorld.grants;
import static io.hackhub.core.announcement.AnnouncementWorld.organizer;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Grant;
import io.hackhub.core.announcement.Announcements.Done;
import io.hackhub.core.announcement.Announcements.Reason;
import io.hackhub.core.announcement.Announcements.Refused;
import io.hackhub.core.announcement.Announcements.Withdrawn;
import io.hackhub.core.announcement.Announcements.Writer;
import io.hackhub.core.announcement.Announcements.Written;
import io.hackhub.core.room.RoomEvent.AnnouncementPublished;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Announcing, with real rooms on a real database.
class AnnouncementsTest {

    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final AnnouncementWorld world = new AnnouncementWorld();

    @BeforeEach
    void anotherHackathon() throws Exception {
        world.anotherHackathon();
        try (var db = world.postgres.source().getConnection()) {
            db.createStatement().execute("truncate announcement, event_journal cascade");
        }
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void anImmediateOneIsInTheLogWhenItIsAnswered() {
        var update = publish(draft("Pizza", Audience.ALL, null));

        assertThat(update.publishedAt()).isEqualTo(NINE);
        assertThat(update.publishAt()).isNull();
        assertThat(world.announced()).singleElement().isInstanceOfSatisfying(AnnouncementPublished.class, event -> {
            assertThat(event.updateId()).isEqualTo(update.id());
            assertThat(event.author()).isEqualTo(ORGANIZER);
        });
        assertThat(titles(null)).containsExactly("Pizza");
    }

    @Test
    void whoMayNotAnnounceIsRefusedByTheRoomToo() {
        var ada = new Writer(new Author(ADA, "ada", "Ada"), false);

        assertThat(reason(get(world.announcements().publish(world.hackathon, ada, draft("Hi", Audience.ALL, null)))))
                .isEqualTo(Reason.DENIED);
    }

    @Test
    void thatOfALaterTimeWaitsUntilThenAndOnlyWhoAnnouncesSeesIt() {
        var update = publish(draft("Pizza", Audience.ALL, TEN));
        world.beat();

        assertThat(update.publishAt()).isEqualTo(TEN);
        assertThat(update.publishedAt()).isNull();
        assertThat(world.announced()).isEmpty();
        assertThat(titles(ADA)).isEmpty();
        assertThat(titles(ORGANIZER)).containsExactly("Pizza");

        world.now.set(TEN);
        world.beat();

        assertThat(titles(ADA)).containsExactly("Pizza");
        assertThat(list(ORGANIZER)).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(update.id());
            assertThat(it.author()).isEqualTo(ORGANIZER);
            assertThat(it.publishedAt()).isEqualTo(TEN);
            assertThat(it.publishAt()).isNull();
        });
    }

    @Test
    void aTimeThatHasPassedIsNow() {
        publish(draft("Pizza", Audience.ALL, NINE.minusSeconds(1)));

        assertThat(world.announced()).hasSize(1);
    }

    @Test
    void itIsPublishedOnceThoughTheAnswerWasLostAndTheProgramStartedAnew() {
        publish(draft("Pizza", Audience.ALL, TEN));
        world.now.set(TEN);
        world.losingAnswers = true;
        world.beat();
        assertThat(world.announced()).hasSize(1);

        world.restart();
        world.now.set(TEN.plusSeconds(60));
        world.beat();
        world.beat();

        assertThat(world.announced()).hasSize(1);
        assertThat(titles(ORGANIZER)).containsExactly("Pizza");
        assertThat(list(ORGANIZER).getFirst().publishedAt()).isEqualTo(TEN);
    }

    @Test
    void whatWasDueWhileTheProgramWasDownIsPublishedAtItsNextStart() {
        publish(draft("Pizza", Audience.ALL, TEN));

        world.restart();
        world.now.set(TEN.plusSeconds(86_400 * 3));
        world.beat();

        assertThat(titles(null)).containsExactly("Pizza");
    }

    @Test
    void onceBegunItCanBeNeitherChangedNorTakenBack() {
        var update = publish(draft("Pizza", Audience.ALL, TEN));
        world.now.set(TEN);
        world.losingAnswers = true;
        world.beat();

        assertThat(reason(edit(update.id(), draft("Pasta", Audience.ALL, TEN)))).isEqualTo(Reason.CONFLICT);
        assertThat(reason(withdraw(update.id()))).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void whatWaitsCanBeChangedBroughtForwardAndTakenBack() {
        var changed = publish(draft("Pizza", Audience.ALL, TEN));
        var forward = publish(draft("Wifi", Audience.ALL, TEN));
        var gone = publish(draft("Gone", Audience.ALL, TEN));

        edit(changed.id(), draft("Pasta", Audience.ALL, TEN));
        edit(forward.id(), draft("Wifi", Audience.ALL, null));
        assertThat(withdraw(gone.id())).isInstanceOf(Withdrawn.class);
        world.beat();
        assertThat(titles(null)).containsExactly("Wifi");

        world.now.set(TEN);
        world.beat();
        assertThat(titles(null)).containsExactly("Pasta", "Wifi");
    }

    @Test
    void whatIsOfADraftWaitsForItToBePublished() {
        world.published(false);
        publish(draft("Welcome", Audience.ALL, TEN));
        world.now.set(TEN);
        world.beat();
        assertThat(world.announced()).isEmpty();

        world.published(true);
        world.beat();
        assertThat(world.announced()).hasSize(1);
    }

    @Test
    void whatIsDueInADraftKeepsNobodyElseWaiting() {
        world.published(false);
        for (int i = 0; i < 25; i++) {
            publish(draft("Never", Audience.ALL, TEN));
        }
        world.anotherHackathon();
        publish(draft("Pizza", Audience.ALL, TEN.plusSeconds(1)));
        world.now.set(TEN.plusSeconds(1));
        world.beat();

        assertThat(titles(null)).containsExactly("Pizza");
    }

    @Test
    void whatTheRoomRefusesForGoodIsNotTriedAgainUntilItIsRewritten() {
        var refused = publish(draft(" ", Audience.ALL, TEN));
        for (int i = 0; i < 25; i++) {
            publish(draft(" ", Audience.ALL, TEN));
        }
        world.now.set(TEN.plusSeconds(1));
        publish(draft("Pizza", Audience.JUDGES, null));
        world.beat();
        world.beat();
        assertThat(world.announced()).isEmpty();
        assertThat(titles(JUDGE)).containsExactly("Pizza");

        assertThat(((Done) edit(refused.id(), draft("Pasta", Audience.ALL, null)))
                        .update()
                        .publishedAt())
                .isNull();
        world.beat();
        assertThat(titles(null)).containsExactly("Pasta");
    }

    @Test
    void whatTheRoomRefusedForGoodCanBeTakenBack() {
        var refused = publish(draft(" ", Audience.ALL, TEN));
        world.now.set(TEN);
        world.beat();
        assertThat(list(ORGANIZER)).hasSize(1);

        assertThat(withdraw(refused.id())).isInstanceOf(Withdrawn.class);
        assertThat(list(ORGANIZER)).isEmpty();
    }

    @Test
    void anAudienceHearsItInItsInboxesAndTheChannelDoesNot() {
        publish(draft("Lunch", Audience.PARTICIPANTS, null));
        publish(draft("Panel", Audience.JUDGES, null));
        publish(draft("Crew", Audience.ORGANIZERS, null));
        world.beat();

        assertThat(world.announced()).isEmpty();
        assertThat(world.inbox(ADA)).containsExactly("Lunch");
        assertThat(world.inbox(BOB)).containsExactly("Lunch");
        assertThat(world.inbox(WAITING)).isEmpty();
        assertThat(world.inbox(JUDGE)).containsExactly("Panel");
        assertThat(world.inbox(OWNER)).containsExactly("Crew");
        assertThat(world.inbox(ORGANIZER)).containsExactly("Crew");
        assertThat(titles(ADA)).containsExactly("Lunch");
        assertThat(titles(JUDGE)).containsExactly("Panel");
        assertThat(titles(null)).isEmpty();
        assertThat(titles(ORGANIZER)).containsExactlyInAnyOrder("Lunch", "Panel", "Crew");
    }

    @Test
    void nobodyHearsItTwiceThoughHalfOfItWasLost() {
        publish(draft("Lunch", Audience.PARTICIPANTS, null));
        world.losingAnswers = true;
        world.beat();
        assertThat(list(ADA)).isEmpty();

        world.restart();
        world.now.set(NINE.plusSeconds(90));
        world.beat();
        world.beat();

        assertThat(world.inbox(ADA)).containsExactly("Lunch");
        assertThat(world.inbox(BOB)).containsExactly("Lunch");
        assertThat(titles(ADA)).containsExactly("Lunch");
    }

    @Test
    void aPublishedOneIsEditedForEverybodyAndSaysSo() {
        var update = publish(draft("Pizza", Audience.ALL, null));
        world.now.set(TEN);

        var edited = ((Done) edit(update.id(), draft("Pasta", Audience.ALL, null))).update();

        assertThat(edited.title()).isEqualTo("Pasta");
        assertThat(edited.publishedAt()).isEqualTo(NINE);
        assertThat(edited.editedAt()).isEqualTo(TEN);
        assertThat(list(null)).containsExactly(edited);
    }

    @Test
    void aPublishedOneIsWithdrawnForEverybody() {
        var update = publish(draft("Pizza", Audience.ALL, null));

        assertThat(withdraw(update.id())).isInstanceOf(Withdrawn.class);

        assertThat(list(ORGANIZER)).isEmpty();
        assertThat(reason(withdraw(update.id()))).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void onceOutItKeepsItsAudience() {
        var everybody = publish(draft("Pizza", Audience.ALL, null));
        var judges = publish(draft("Panel", Audience.JUDGES, null));
        world.beat();

        assertThat(reason(edit(everybody.id(), draft("Pizza", Audience.JUDGES, null))))
                .isEqualTo(Reason.CONFLICT);
        assertThat(reason(edit(judges.id(), draft("Panel", Audience.ALL, null))))
                .isEqualTo(Reason.CONFLICT);
    }

    @Test
    void whatAnotherChangedInTheMeantimeIsStale() {
        var waiting = publish(draft("Pizza", Audience.ALL, TEN));
        var out = publish(draft("Wifi", Audience.ALL, null));
        edit(waiting.id(), draft("Pasta", Audience.ALL, TEN));
        edit(out.id(), draft("Wlan", Audience.ALL, null));

        for (var update : List.of(waiting, out)) {
            var stale = get(world.announcements()
                    .edit(
                            world.hackathon,
                            organizer(),
                            update.id(),
                            draft("Again", Audience.ALL, TEN),
                            OptionalLong.of(update.version())));
            assertThat(reason(stale)).isEqualTo(Reason.STALE);
        }
    }

    @Test
    void whatIsNotThereOrOfAnotherHackathonIsNotFound() {
        var update = publish(draft("Pizza", Audience.ALL, TEN));
        world.anotherHackathon();

        assertThat(reason(edit(update.id(), draft("Pasta", Audience.ALL, TEN)))).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(withdraw(UUID.randomUUID()))).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void theNewestComesFirstAndWhatWaitsBeforeIt() {
        publish(draft("One", Audience.ALL, null));
        world.now.set(NINE.plusSeconds(1));
        publish(draft("Two", Audience.JUDGES, null));
        world.beat();
        world.now.set(NINE.plusSeconds(2));
        publish(draft("Three", Audience.ALL, null));
        publish(draft("Later", Audience.ALL, TEN));

        assertThat(titles(ORGANIZER)).containsExactly("Later", "Three", "Two", "One");
        assertThat(titles(STRANGER)).containsExactly("Three", "One");
        assertThat(listWith(Set.of(Grant.ADMIN))).hasSize(4);
    }

    private static Update publish(Draft draft) {
        return ((Done) get(world.announcements().publish(world.hackathon, organizer(), draft))).update();
    }

    private static Written edit(UUID id, Draft draft) {
        return get(world.announcements().edit(world.hackathon, organizer(), id, draft, OptionalLong.empty()));
    }

    private static Written withdraw(UUID id) {
        return get(world.announcements().withdraw(world.hackathon, organizer(), id, OptionalLong.empty()));
    }

    private static List<Update> list(@Nullable UserId viewer) {
        return listWith(grants(viewer));
    }

    private static List<Update> listWith(Set<Grant> grants) {
        return get(world.announcements().list(world.hackathon, grants));
    }

    private static List<String> titles(@Nullable UserId viewer) {
        return list(viewer).stream().map(Update::title).toList();
    }

    private static Reason reason(Written written) {
        return ((Refused) written).reason();
    }
}
