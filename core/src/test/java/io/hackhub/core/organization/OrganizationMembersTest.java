package io.hackhub.core.organization;

import static io.hackhub.core.account.AccountRig.get;
import static io.hackhub.core.organization.OrganizationRole.ADMIN;
import static io.hackhub.core.organization.OrganizationRole.FINANCE;
import static io.hackhub.core.organization.OrganizationRole.OWNER;
import static io.hackhub.core.organization.OrganizationRole.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.AccountRig;
import io.hackhub.core.organization.Organization.Details;
import io.hackhub.core.organization.OrganizationMembers.By;
import io.hackhub.core.organization.OrganizationReply.Accepted;
import io.hackhub.core.organization.OrganizationReply.MemberIs;
import io.hackhub.core.organization.OrganizationReply.Reason;
import io.hackhub.core.organization.OrganizationReply.Refused;
import io.hackhub.core.organization.OrganizationReply.Removed;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OrganizationMembersTest {

    private static final AccountRig rig = new AccountRig();

    private final Organizations organizations =
            new Organizations(rig.database, rig.clock, new SplittableRandom(), false);
    private final List<Managers> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean hackathonsAway = new AtomicBoolean();
    private final OrganizationMembers members = new OrganizationMembers(rig.database, rig.clock, managers -> {
        if (hackathonsAway.get()) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        told.add(managers);
        return CompletableFuture.completedFuture(true);
    });
    private final UserId owner = rig.person().id();
    private final UserId ada = rig.person().id();
    private final UserId bob = rig.person().id();
    private OrganizationId id = new OrganizationId(new java.util.UUID(0, 0));

    @BeforeEach
    void found() {
        var details = new Details("Org", null, null, null, null, null);
        id = ((Accepted) get(organizations.found(owner, Optional.empty(), details)))
                .organization()
                .id();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void aNewManagerIsToldToTheHackathons() {
        assertThat(add(ada, ADMIN)).isInstanceOf(MemberIs.class);

        assertThat(told).containsExactly(new Managers(id, 2, Map.of(owner, OWNER, ada, ADMIN)));
    }

    @Test
    void othersDoNotConcernTheHackathons() {
        add(ada, FINANCE);

        assertThat(get(organizations.managers(id)).version()).isEqualTo(1);
    }

    @Test
    void aRemovedManagerIsToldToo() {
        add(ada, ADMIN);

        assertThat(get(members.remove(id, ada, asOwner()))).isEqualTo(new Removed());
        assertThat(told.getLast()).isEqualTo(new Managers(id, 3, Map.of(owner, OWNER)));
    }

    @Test
    void whatCouldNotBeToldIsToldAgain() {
        hackathonsAway.set(true);
        assertThat(add(ada, ADMIN)).isInstanceOf(MemberIs.class);
        get(members.tellAgain());
        assertThat(told).isEmpty();

        hackathonsAway.set(false);
        get(members.tellAgain());
        assertThat(told).contains(new Managers(id, 2, Map.of(owner, OWNER, ada, ADMIN)));
        var count = told.size();
        get(members.tellAgain());
        assertThat(told).hasSize(count);
    }

    @Test
    void theLastOwnerStays() {
        assertThat(get(members.remove(id, owner, asOwner()))).isEqualTo(new Refused(Reason.LAST_OWNER));
        assertThat(get(members.changeRole(id, owner, STAFF, asOwner()))).isEqualTo(new Refused(Reason.LAST_OWNER));

        add(ada, OWNER);
        assertThat(get(members.remove(id, owner, asOwner()))).isEqualTo(new Removed());
    }

    @RepeatedTest(5)
    void ofTwoOwnersWhoLeaveAtOnceOneStays() {
        add(ada, OWNER);
        var leaving =
                List.of(members.remove(id, owner, new By(owner, true)), members.remove(id, ada, new By(ada, true)));

        assertThat(leaving.stream().map(AccountRig::get))
                .containsExactlyInAnyOrder(new Removed(), new Refused(Reason.LAST_OWNER));
    }

    @Test
    void anAdminMakesNoOwnersAndUnmakesNone() {
        add(ada, ADMIN);
        add(bob, OWNER);
        var admin = new By(ada, false);

        assertThat(get(members.add(id, rig.person().id(), OWNER, admin))).isEqualTo(new Refused(Reason.OWNERS_ONLY));
        assertThat(get(members.changeRole(id, ada, OWNER, admin))).isEqualTo(new Refused(Reason.OWNERS_ONLY));
        assertThat(get(members.remove(id, bob, admin))).isEqualTo(new Refused(Reason.OWNERS_ONLY));
        assertThat(get(members.remove(id, ada, admin))).isEqualTo(new Removed());
    }

    @Test
    void nobodyIsAddedTwice() {
        add(ada, STAFF);

        assertThat(add(ada, ADMIN)).isEqualTo(new Refused(Reason.ALREADY_MEMBER));
        assertThat(get(members.changeRole(id, bob, STAFF, asOwner()))).isEqualTo(new Refused(Reason.NO_SUCH_MEMBER));
    }

    @Test
    void theyAreListedInTheOrderInWhichTheyCame() {
        rig.clock.forward(java.time.Duration.ofSeconds(1));
        add(ada, STAFF);
        rig.clock.forward(java.time.Duration.ofSeconds(1));
        add(bob, STAFF);
        var first = get(members.page(id, Optional.empty(), 2));
        var rest = get(members.page(id, Optional.of(first.getLast()), 2));

        assertThat(first).extracting(Member::user).containsExactly(owner, ada);
        assertThat(rest).extracting(Member::user).containsExactly(bob);
    }

    private OrganizationReply add(UserId user, OrganizationRole role) {
        return get(members.add(id, user, role, asOwner()));
    }

    private By asOwner() {
        return new By(owner, true);
    }
}
