package io.hackhub.core.account;

import static io.hackhub.core.account.AccountRig.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.account.User.Profile;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CardsTest {

    private static final AccountRig rig = new AccountRig();

    private final Cards cards = new Cards(rig.database, rig.clock);
    private final Profiles profiles = new Profiles(rig.database, rig.clock, cards);

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void whoeverIsGoneHasACardButIsNoAuthor() {
        var gone = new UserId(new UUID(0, 1));
        var here = rig.person();

        assertThat(get(cards.cards(List.of(gone, here.id()))))
                .containsEntry(gone, Card.gone(gone))
                .containsEntry(here.id(), here.card());
        assertThat(get(cards.authors(Set.of(gone, here.id()))))
                .isEqualTo(Map.of(here.id(), new Author(here.id(), here.username(), here.fullName())));
    }

    @Test
    void nobodyHasNoCards() {
        assertThat(get(cards.cards(List.of()))).isEmpty();
    }

    @Test
    void namesAreFoundWithoutRegardToCase() {
        var person = rig.person();
        var asked = person.username().toUpperCase(java.util.Locale.ROOT);

        assertThat(get(cards.named(Set.of(asked, "nobody-at-all")))).isEqualTo(Map.of(asked, person.id()));
        assertThat(get(cards.named(Set.of()))).isEmpty();
    }

    @Test
    void whatThisNodeChangesIsSeenAtOnceAndElsewhereWithinTenSeconds() {
        var person = rig.person();
        var elsewhere = new Cards(rig.database, rig.clock);
        get(elsewhere.user(person.id()));
        get(cards.user(person.id()));
        get(profiles.write(person.id(), named("New Name"), OptionalLong.empty()));

        assertThat(get(cards.author(person.id())).orElseThrow().fullName()).isEqualTo("New Name");
        assertThat(get(elsewhere.author(person.id())).orElseThrow().fullName()).isEqualTo("Person");
        rig.clock.forward(Duration.ofSeconds(10));
        assertThat(get(elsewhere.author(person.id())).orElseThrow().fullName()).isEqualTo("New Name");
    }

    @Test
    void aLateReadDoesNotBringTheOldNameBack() {
        var person = rig.person();
        get(profiles.write(person.id(), named("New Name"), OptionalLong.empty()));
        cards.put(person);

        assertThat(get(cards.author(person.id())).orElseThrow().fullName()).isEqualTo("New Name");
    }

    @Test
    void aStaleProfileIsNotWritten() {
        var person = rig.person();
        var first = get(profiles.write(person.id(), named("One"), OptionalLong.of(person.version())))
                .orElseThrow();

        assertThat(get(profiles.write(person.id(), named("Two"), OptionalLong.of(person.version()))))
                .isEmpty();
        assertThat(get(profiles.writeSkills(person.id(), List.of("java", "sql"), OptionalLong.of(first.version())))
                        .orElseThrow()
                        .skills())
                .containsExactly("java", "sql");
    }

    @Test
    void whatIsLeftOutIsCleared() {
        var person = rig.person();
        var full = new Profile(
                "Full",
                "bio",
                "https://example.com/a.png",
                "gh",
                "https://example.com/in",
                new Preferences(List.of("ai"), "SENIOR", null, Map.of("email", true)));
        assertThat(get(profiles.write(person.id(), full, OptionalLong.empty()))
                        .orElseThrow()
                        .preferences())
                .isEqualTo(full.preferences());

        var cleared = get(profiles.write(person.id(), named("Bare"), OptionalLong.empty()))
                .orElseThrow();
        assertThat(cleared.card())
                .isEqualTo(new Card(person.id(), person.username(), "Bare", null, null, null, null, List.of()));
    }

    private static Profile named(String fullName) {
        return new Profile(fullName, null, null, null, null, Preferences.NONE);
    }
}
