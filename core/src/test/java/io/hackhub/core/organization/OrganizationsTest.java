package io.hackhub.core.organization;

import static io.hackhub.core.account.AccountRig.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.AccountRig;
import io.hackhub.core.organization.Organization.Details;
import io.hackhub.core.organization.Organization.VerificationStatus;
import io.hackhub.core.organization.OrganizationReply.Accepted;
import io.hackhub.core.organization.OrganizationReply.Reason;
import io.hackhub.core.organization.OrganizationReply.Refused;
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OrganizationsTest {

    private static final AccountRig rig = new AccountRig();

    private final Organizations organizations = organizations(true);
    private final UserId founder = rig.person().id();

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void itsFounderOwnsItAndItWaitsToBeVerified() {
        var organization = found("First", Optional.empty());

        assertThat(organization.slug()).isEqualTo("first");
        assertThat(organization.verificationStatus()).isEqualTo(VerificationStatus.PENDING);
        assertThat(get(organizations.role(organization.id(), founder))).contains(OrganizationRole.OWNER);
        assertThat(get(organizations.membershipsOf(founder)))
                .containsExactly(new Membership(organization.id(), "First", OrganizationRole.OWNER));
        assertThat(get(organizations.managers(organization.id())))
                .isEqualTo(new Managers(organization.id(), 1, Map.of(founder, OrganizationRole.OWNER)));
    }

    @Test
    void noneAreFoundByNoIds() {
        assertThat(get(organizations.findAll(List.of()))).isEmpty();
    }

    @Test
    void withoutVerificationItIsVerifiedAtOnce() {
        var reply = get(organizations(false).found(founder, Optional.empty(), details("At once")));

        assertThat(((Accepted) reply).organization().isVerified()).isTrue();
    }

    @Test
    void aWantedSlugCanBeTakenAMadeOneCannot() {
        found("Second", Optional.of("second"));

        assertThat(get(organizations.found(founder, Optional.of("second"), details("X"))))
                .isEqualTo(new Refused(Reason.SLUG_TAKEN));
        assertThat(found("Second", Optional.empty()).slug()).matches("second-[0-9a-z]{5}");
    }

    @Test
    void ofManyAtOnceOneGetsTheSlug() {
        var tries = IntStream.range(0, 6)
                .mapToObj(_ -> organizations.found(founder, Optional.of("contested"), details("C")))
                .toList();

        assertThat(tries.stream().map(AccountRig::get).filter(Accepted.class::isInstance))
                .hasSize(1);
        assertThat(tries.stream().map(AccountRig::get).filter(new Refused(Reason.SLUG_TAKEN)::equals))
                .hasSize(5);
    }

    @Test
    void itIsFoundByIdAndBySlug() {
        var organization = found("Third", Optional.of("third-one"));

        assertThat(get(organizations.find("third-one"))).contains(organization);
        assertThat(get(organizations.find(organization.id().toString()))).contains(organization);
        assertThat(get(organizations.find("nowhere"))).isEmpty();
    }

    @Test
    void aStaleChangeIsRefused() {
        var organization = found("Fourth", Optional.empty());
        var changed = get(organizations.change(organization.id(), details("Renamed"), OptionalLong.of(1)));

        assertThat(((Accepted) changed).organization().name()).isEqualTo("Renamed");
        assertThat(get(organizations.change(organization.id(), details("Late"), OptionalLong.of(1))))
                .isEqualTo(new Refused(Reason.STALE));
        assertThat(get(organizations.change(nobodys(), details("Late"), OptionalLong.empty())))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void verifyingTwiceIsVerifyingOnce() {
        var organization = found("Fifth", Optional.empty());
        var admin = rig.person().id();
        var once = get(organizations.verify(organization.id(), VerificationStatus.VERIFIED, null, admin));
        var twice = get(organizations.verify(organization.id(), VerificationStatus.VERIFIED, null, admin));

        assertThat(once).isEqualTo(twice).isInstanceOf(Accepted.class);
        List<UserId> actors = rig.database.now(db -> Sql.list(
                db,
                "select actor from audit_log where target = ?",
                row -> new UserId(Sql.uuid(row, "actor")),
                "organization/" + organization.id()));
        assertThat(actors).containsExactly(admin);
        assertThat(get(organizations.verify(nobodys(), VerificationStatus.VERIFIED, null, admin)))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    private Organization found(String name, Optional<String> slug) {
        return ((Accepted) get(organizations.found(founder, slug, details(name)))).organization();
    }

    private static Organizations organizations(boolean verification) {
        return new Organizations(rig.database, rig.clock, new SplittableRandom(), verification);
    }

    private static Details details(String name) {
        return new Details(name, null, null, null, null, null);
    }

    private static OrganizationId nobodys() {
        return new OrganizationId(new UUID(0, 9));
    }
}
