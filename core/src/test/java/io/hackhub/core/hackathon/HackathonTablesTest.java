package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.Samples.ADA;
import static io.hackhub.core.hackathon.Samples.BOB;
import static io.hackhub.core.hackathon.Samples.CLOSES;
import static io.hackhub.core.hackathon.Samples.CLUB;
import static io.hackhub.core.hackathon.Samples.COMETS;
import static io.hackhub.core.hackathon.Samples.CREATED;
import static io.hackhub.core.hackathon.Samples.ENDS;
import static io.hackhub.core.hackathon.Samples.EVE;
import static io.hackhub.core.hackathon.Samples.GRACE;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OPENS;
import static io.hackhub.core.hackathon.Samples.OWNER;
import static io.hackhub.core.hackathon.Samples.ROCKETS;
import static io.hackhub.core.hackathon.Samples.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.TestPostgres;
import io.hackhub.core.access.Grant;
import io.hackhub.core.hackathon.HackathonEvent.CheckedIn;
import io.hackhub.core.hackathon.HackathonEvent.Created;
import io.hackhub.core.hackathon.HackathonEvent.DetailsChanged;
import io.hackhub.core.hackathon.HackathonEvent.LossApplied;
import io.hackhub.core.hackathon.HackathonEvent.ManagersChanged;
import io.hackhub.core.hackathon.HackathonEvent.Promoted;
import io.hackhub.core.hackathon.HackathonEvent.Registered;
import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonEvent.StaffChanged;
import io.hackhub.core.hackathon.HackathonEvent.StartHeld;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimReleased;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimSettled;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimed;
import io.hackhub.core.hackathon.HackathonEvent.Withdrawn;
import io.hackhub.core.hackathon.HackathonMembers.Membership;
import io.hackhub.core.hackathon.HackathonQuery.After;
import io.hackhub.core.hackathon.HackathonQuery.Sort;
import io.hackhub.core.hackathon.HackathonView.Counts;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The read tables, on a real PostgreSQL.
class HackathonTablesTest {

    private static final TestPostgres POSTGRES = TestPostgres.create();
    private static final Database DATABASE = POSTGRES.database();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final HackathonTables tables = new HackathonTables();
    private long sequence;

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.now(db -> Sql.update(
                db,
                "truncate hackathon_directory, hackathon_member, hackathon_manager, due, hackathon_slug,"
                        + " hackathon_application, account cascade"));
    }

    @Test
    void aDraftIsListedForItsStaffAloneAndSomebodyWhoSeesAll() {
        apply(id(1), created(CREATED));
        apply(id(1), new StaffChanged(BOB, List.of(StaffRole.CHECKIN), OWNER, CREATED));

        assertThat(list(everything())).isEmpty();
        assertThat(list(seenBy(ADA, false))).isEmpty();
        assertThat(list(seenBy(BOB, false))).hasSize(1);
        assertThat(list(seenBy(OWNER, false))).hasSize(1);
        assertThat(list(seenBy(ADA, true))).hasSize(1);

        apply(id(1), new StaffChanged(BOB, List.of(), OWNER, CREATED));
        assertThat(list(seenBy(BOB, false))).isEmpty();
    }

    @Test
    void anEntryIsTheWholeHackathonAndItsStatusFollowsTheClock() {
        apply(id(1), created(CREATED), published());

        var entry = list(everything()).getFirst();

        assertThat(entry.details()).isEqualTo(Samples.details(2));
        assertThat(entry.milestones()).isEqualTo(MILESTONES);
        assertThat(entry.organization()).isEqualTo(CLUB);
        assertThat(entry.written()).isEqualTo(HackathonStatus.PUBLISHED);
        assertThat(entry.status(OPENS)).isEqualTo(HackathonStatus.REGISTRATION_OPEN);
        assertThat(entry.status(STARTS)).isEqualTo(HackathonStatus.REGISTRATION_CLOSED);
    }

    @Test
    void filtersNarrowTheList() {
        apply(id(1), created(CREATED), published());
        apply(id(2), created(CREATED), published(), new DetailsChanged(robots(), OWNER, CREATED));

        assertThat(ids(query("ROBOT", null, null, null, null, null, null))).containsExactly(id(2));
        assertThat(ids(query("100%", null, null, null, null, null, null))).isEmpty();
        assertThat(ids(query(null, HackathonStatus.PUBLISHED, null, null, null, null, null)))
                .hasSize(2);
        assertThat(ids(query(null, HackathonStatus.ACTIVE, null, null, null, null, null)))
                .isEmpty();
        assertThat(ids(query(null, null, Difficulty.EXPERT, null, null, null, null)))
                .containsExactly(id(2));
        assertThat(ids(query(null, null, null, "CLIMATE", null, null, null))).containsExactly(id(1));
        assertThat(ids(query(null, null, null, null, "Rust", null, null))).containsExactly(id(2));
        assertThat(ids(query(null, null, null, null, null, ENDS, null))).isEmpty();
        assertThat(ids(query(null, null, null, null, null, ENDS.minusSeconds(1), STARTS.plusSeconds(1))))
                .hasSize(2);
        assertThat(ids(query(null, null, null, null, null, null, STARTS))).isEmpty();
        assertThat(list(ofOrganization(CLUB))).hasSize(2);
        assertThat(list(ofOrganization(new OrganizationId(new UUID(9, 9))))).isEmpty();
    }

    @Test
    void everyOrderPagesThroughAllOnce() {
        for (int n = 1; n <= 7; n++) {
            apply(id(n), created(CREATED.plusSeconds(n / 2)), published());
        }

        for (var sort : Sort.values()) {
            var all = new ArrayList<HackathonEntry>();
            After after = null;
            do {
                var page = list(sorted(sort, after));
                all.addAll(page);
                after = page.isEmpty()
                        ? null
                        : new After(sort.key(page.getLast()), page.getLast().id());
            } while (after != null);

            assertThat(all).as(sort.name()).hasSize(7).doesNotHaveDuplicates();
        }
        assertThat(list(sorted(Sort.NEWEST, null)))
                .extracting(HackathonEntry::id)
                .containsExactly(id(7), id(6), id(5));
    }

    @Test
    void membershipsSayWhatSomebodyIsWhere() {
        apply(id(1), created(CREATED), published());
        apply(
                id(1),
                registered(ADA, RegistrationStatus.REGISTERED),
                registered(BOB, RegistrationStatus.WAITLISTED),
                registered(EVE, RegistrationStatus.WAITLISTED),
                new CheckedIn(ADA, OWNER, OPENS),
                new TeamClaimed(ADA, ROCKETS, 1, new Credential.Founder(), OPENS),
                new TeamClaimSettled(ADA, ROCKETS, 1, OPENS));

        assertThat(membership(ADA).registration()).isEqualTo(RegistrationStatus.CHECKED_IN);
        assertThat(membership(ADA).team()).isEqualTo(ROCKETS);
        assertThat(membership(EVE).position()).isEqualTo(2);
        assertThat(membership(OWNER).roles()).containsExactly(StaffRole.ORGANIZER);
        assertThat(entry().counts()).isEqualTo(new Counts(1, 2, 1));

        apply(id(1), new Withdrawn(ADA, OPENS), new Promoted(BOB, OPENS));

        assertThat(memberships(ADA)).isEmpty();
        assertThat(membership(BOB).registration()).isEqualTo(RegistrationStatus.REGISTERED);
        assertThat(membership(BOB).position()).isNull();
        assertThat(membership(EVE).position()).isEqualTo(1);
        assertThat(entry().counts()).isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void whoComesBackWaitsAtTheEndAndIsOnNoTeam() {
        apply(id(1), created(CREATED), published());
        apply(
                id(1),
                registered(ADA, RegistrationStatus.WAITLISTED),
                registered(BOB, RegistrationStatus.WAITLISTED),
                new Withdrawn(ADA, OPENS),
                registered(ADA, RegistrationStatus.WAITLISTED));

        assertThat(membership(ADA).position()).isEqualTo(2);
        assertThat(membership(ADA).team()).isNull();
        assertThat(entry().counts()).isEqualTo(new Counts(0, 2, 0));
    }

    @Test
    void leavingATeamKeepsThePlace() {
        apply(id(1), created(CREATED), published(), registered(ADA, RegistrationStatus.REGISTERED));
        apply(id(1), new TeamClaimSettled(ADA, COMETS, 1, OPENS), new TeamClaimReleased(ADA, COMETS, 1, OPENS));

        assertThat(membership(ADA).team()).isNull();
        assertThat(membership(ADA).registration()).isEqualTo(RegistrationStatus.REGISTERED);
        assertThat(entry().counts().teams()).isZero();
    }

    @Test
    void managersComeAndGo() {
        apply(
                id(1),
                created(CREATED),
                new ManagersChanged(2, List.of(new Manager(BOB, Grant.ORGANIZATION_ADMIN)), CREATED));

        assertThat(memberships(OWNER)).isEmpty();
        assertThat(membership(BOB).roles()).containsExactly(StaffRole.ORGANIZER);
    }

    @Test
    void aManagerWhoIsRegisteredIsNoOrganizerUntilWithdrawn() {
        apply(
                id(1),
                created(CREATED),
                registered(BOB, RegistrationStatus.WAITLISTED),
                new ManagersChanged(2, List.of(new Manager(BOB, Grant.ORGANIZATION_ADMIN)), CREATED));
        assertThat(membership(BOB).roles()).isEmpty();

        apply(id(1), new Withdrawn(BOB, OPENS));
        assertThat(membership(BOB).roles()).containsExactly(StaffRole.ORGANIZER);
    }

    @Test
    void theNextMilestoneIsWhatIsDue() {
        apply(id(1), created(CREATED));
        assertThat(due(FAR)).isEmpty();
        apply(id(1), published());
        assertThat(due(OPENS.minusSeconds(1))).isEmpty();
        assertThat(due(OPENS)).containsExactly(id(1));

        apply(id(1), moved(HackathonStatus.REGISTRATION_OPEN));
        assertThat(due(CLOSES.minusSeconds(1))).isEmpty();
        assertThat(due(CLOSES)).containsExactly(id(1));

        apply(id(1), moved(HackathonStatus.REGISTRATION_CLOSED));
        assertThat(due(STARTS)).containsExactly(id(1));
        apply(
                id(1),
                new Rescheduled(new Milestones(OPENS, CLOSES, STARTS.plusSeconds(60), ENDS, 15, "UTC"), OWNER, CLOSES));
        assertThat(due(STARTS)).isEmpty();

        apply(id(1), moved(HackathonStatus.ACTIVE));
        assertThat(due(ENDS)).isEmpty();
        assertThat(due(ENDS.plus(GRACE))).containsExactly(id(1));
        apply(id(1), moved(HackathonStatus.JUDGING));
        assertThat(due(FAR)).isEmpty();
    }

    @Test
    void aHeldStartIsNotLookedAtEachSecond() {
        apply(id(1), created(CREATED), published(), moved(HackathonStatus.REGISTRATION_CLOSED), new StartHeld(STARTS));

        assertThat(due(ENDS)).isEmpty();

        apply(id(1), new Rescheduled(MILESTONES, OWNER, STARTS));
        assertThat(due(STARTS)).containsExactly(id(1));
    }

    @Test
    void whatOthersHaveNotAnsweredIsDueUntilTheyDid() {
        apply(id(1), created(CREATED), registered(ADA, RegistrationStatus.REGISTERED));
        apply(id(1), new TeamClaimed(ADA, ROCKETS, 1, new Credential.Founder(), OPENS));
        assertThat(due(OPENS.plus(PATIENCE))).containsExactly(id(1));
        apply(id(1), new TeamClaimSettled(ADA, ROCKETS, 1, OPENS));
        assertThat(due(OPENS.plus(PATIENCE))).isEmpty();

        apply(id(1), new Withdrawn(ADA, OPENS));
        assertThat(due(OPENS.plus(PATIENCE))).containsExactly(id(1));
        apply(id(1), new LossApplied(ADA, sequence, OPENS));
        assertThat(due(OPENS.plus(PATIENCE))).isEmpty();
    }

    @Test
    void aClaimThatEndsByWithdrawalIsNotDueForEver() {
        apply(id(1), created(CREATED), registered(ADA, RegistrationStatus.REGISTERED));
        apply(id(1), new TeamClaimed(ADA, ROCKETS, 1, new Credential.Founder(), OPENS), new Withdrawn(ADA, OPENS));
        apply(id(1), new LossApplied(ADA, sequence, OPENS));

        assertThat(due(OPENS.plus(PATIENCE))).isEmpty();
    }

    @Test
    void moreRolesAreNoLossFewerAre() {
        apply(id(1), created(CREATED));
        apply(id(1), new StaffChanged(BOB, List.of(StaffRole.JUDGE), OWNER, OPENS));
        assertThat(due(OPENS.plus(PATIENCE))).isEmpty();

        apply(id(1), new StaffChanged(BOB, List.of(), OWNER, OPENS));
        assertThat(due(OPENS.plus(PATIENCE))).containsExactly(id(1));
    }

    @Test
    void aNameBelongsToWhoReservedItFirst() {
        assertThat(reserve("spring", id(1), CREATED)).isTrue();
        assertThat(reserve("spring", id(2), CREATED)).isFalse();
        assertThat(DATABASE.<Object>now(db -> HackathonSlugs.find(db, "spring").orElseThrow()))
                .isEqualTo(id(1));
        assertThat(ofClub()).containsExactly(id(1));
    }

    @Test
    void aNameWhoseHackathonNeverCameToBeIsFreeAfterAnHour() {
        reserve("spring", id(1), CREATED);

        assertThat(reserve("spring", id(2), CREATED.plus(Duration.ofMinutes(59))))
                .isFalse();
        assertThat(reserve("spring", id(2), CREATED.plus(Duration.ofMinutes(61))))
                .isTrue();

        apply(id(2), created(CREATED));
        assertThat(reserve("spring", id(3), CREATED.plus(Duration.ofDays(9)))).isFalse();
    }

    @Test
    void applicationsAreKeptByRegistrationUntilTheyAreRemoved() {
        var registration = Samples.registration(ADA);
        DATABASE.now(db -> {
            HackathonApplications.put(db, registration, id(1), ADA, "{\"size\":\"M\"}", CREATED);
            return true;
        });

        assertThat(applications(registration)).containsEntry(registration, "{\"size\": \"M\"}");
        DATABASE.now(db -> {
            HackathonApplications.remove(db, registration);
            return true;
        });
        assertThat(applications(registration)).isEmpty();
        assertThat(applications()).isEmpty();
    }

    @Test
    void peopleAreFoundByNameAmongThoseWhoAreThere() {
        account(ADA, "ada", "Ada Lovelace");
        account(BOB, "bob", "Bob Moore");
        account(EVE, "eve_1", "Eve Lovell");
        account(OWNER, "olga", "Olga Love");
        apply(id(1), created(CREATED), registered(ADA, RegistrationStatus.REGISTERED));
        apply(id(1), registered(EVE, RegistrationStatus.WAITLISTED));
        apply(id(1), new StaffChanged(BOB, List.of(StaffRole.MENTOR), OWNER, CREATED));

        assertThat(people("LOVE")).containsExactly(ADA, OWNER);
        assertThat(people("bob")).containsExactly(BOB);
        assertThat(people("_")).isEmpty();
        assertThat(people("")).containsExactly(ADA, BOB, OWNER);
    }

    // Events

    private void apply(HackathonId id, HackathonEvent... events) {
        DATABASE.now(db -> {
            for (var event : events) {
                tables.apply(db, new Stored<>("Hackathon|" + id, id.toString(), ++sequence, event));
            }
            return true;
        });
    }

    private static HackathonId id(int number) {
        return new HackathonId(new UUID(2, number));
    }

    private static Created created(Instant at) {
        return new Created(CLUB, "spring", Samples.details(2), MILESTONES, 1, Samples.managers(), OWNER, at);
    }

    private static StatusChanged published() {
        return moved(HackathonStatus.PUBLISHED);
    }

    private static StatusChanged moved(HackathonStatus to) {
        return new StatusChanged(HackathonStatus.DRAFT, to, null, null, CREATED);
    }

    private static Registered registered(UserId user, RegistrationStatus status) {
        return new Registered(user, Samples.registration(user), status, OPENS);
    }

    private static Details robots() {
        return new Details(
                "Robots",
                "100 percent metal",
                null,
                Difficulty.EXPERT,
                null,
                new Details.TeamSize(1, 2),
                List.of(),
                new Details.Requirements(List.of("RUST"), "none"),
                Map.of(),
                null,
                List.of(),
                List.of(),
                LeaderboardVisibility.STAFF,
                STARTS);
    }

    private static void account(UserId id, String username, String name) {
        DATABASE.now(db -> Sql.update(
                db,
                "insert into account (id, email, username, full_name, created_at, updated_at) values (?, ?, ?, ?, ?, ?)",
                id,
                username + "@example.org",
                username,
                name,
                CREATED,
                CREATED));
    }

    // Questions

    private static HackathonQuery everything() {
        return query(null, null, null, null, null, null, null);
    }

    private static HackathonQuery query(
            @Nullable String text,
            @Nullable HackathonStatus status,
            @Nullable Difficulty difficulty,
            @Nullable String theme,
            @Nullable String skill,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new HackathonQuery(
                text, status, difficulty, theme, skill, from, to, null, null, false, Sort.NEWEST, null, 100);
    }

    private static HackathonQuery seenBy(UserId viewer, boolean all) {
        return new HackathonQuery(null, null, null, null, null, null, null, null, viewer, all, Sort.NEWEST, null, 100);
    }

    private static HackathonQuery ofOrganization(OrganizationId only) {
        return new HackathonQuery(null, null, null, null, null, null, null, only, null, false, Sort.NEWEST, null, 100);
    }

    private static HackathonQuery sorted(Sort sort, @Nullable After after) {
        return new HackathonQuery(null, null, null, null, null, null, null, null, null, false, sort, after, 3);
    }

    private static List<HackathonEntry> list(HackathonQuery query) {
        return DATABASE.now(db -> HackathonDirectory.list(db, query));
    }

    private static List<HackathonId> ids(HackathonQuery query) {
        return list(query).stream().map(HackathonEntry::id).toList();
    }

    private static HackathonEntry entry() {
        return DATABASE.now(db -> HackathonDirectory.find(db, id(1))).orElseThrow();
    }

    private static List<Membership> memberships(UserId user) {
        return DATABASE.now(db -> HackathonMembers.of(db, user));
    }

    private static Membership membership(UserId user) {
        return memberships(user).getFirst();
    }

    private static List<UserId> people(String text) {
        return DATABASE.now(db -> HackathonMembers.people(db, id(1), text, 20));
    }

    private static Map<UUID, String> applications(UUID... registrations) {
        return DATABASE.now(db -> HackathonApplications.of(db, List.of(registrations)));
    }

    private static List<HackathonId> ofClub() {
        return DATABASE.now(db -> HackathonSlugs.of(db, CLUB));
    }

    private static boolean reserve(String slug, HackathonId id, Instant now) {
        return DATABASE.now(db -> HackathonSlugs.reserve(db, slug, id, CLUB, now));
    }

    private static List<HackathonId> due(Instant now) {
        return DATABASE.now(db -> DueTable.due(db, now, 10));
    }
}
