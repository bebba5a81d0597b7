package io.hackhub.core.session;

import io.hackhub.core.StoredForm;
import io.hackhub.core.session.NotificationPreferences.Level;
import io.hackhub.core.session.SessionEvent.ChannelFollowed;
import io.hackhub.core.session.SessionEvent.ChannelUnfollowed;
import io.hackhub.core.session.SessionEvent.Position;
import io.hackhub.core.session.SessionEvent.PositionsMoved;
import io.hackhub.core.session.SessionEvent.PreferencesChanged;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.JsonSerializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What was once written to the journal must be read for ever. Lines here are only ever added.
class SessionEventStoredFormTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create();
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final String CHAT = "team/0199a1f0-0000-7000-8000-000000000001/chat";
    private static final NotificationPreferences QUIET = new NotificationPreferences(
            Level.MENTIONS, List.of(new NotificationPreferences.OfChannel(Channel.of(CHAT), Level.NOTHING)));

    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of(
                        "io.hackhub.core.session.SessionEvent$PositionsMoved",
                        """
                        {"positions":[{"channel":"%s","seq":12}],"at":"2026-03-01T09:00:00Z"}""".formatted(CHAT),
                        new PositionsMoved(List.of(new Position(Channel.of(CHAT), 12)), NINE)),
                Arguments.of(
                        "io.hackhub.core.session.SessionEvent$ChannelFollowed",
                        """
                        {"channel":"%s","at":"2026-03-01T09:00:00Z"}""".formatted(CHAT),
                        new ChannelFollowed(Channel.of(CHAT), NINE)),
                Arguments.of(
                        "io.hackhub.core.session.SessionEvent$ChannelUnfollowed",
                        """
                        {"channel":"%s","at":"2026-03-01T09:00:00Z"}""".formatted(CHAT),
                        new ChannelUnfollowed(Channel.of(CHAT), NINE)),
                Arguments.of(
                        "io.hackhub.core.session.SessionEvent$PreferencesChanged",
                        """
                        {"preferences":{"everywhere":"MENTIONS","overrides":[{"channel":"%s","level":"NOTHING"}]},\
                        "at":"2026-03-01T09:00:00Z"}""".formatted(CHAT),
                        new PreferencesChanged(QUIET, NINE)),
                Arguments.of(
                        "io.hackhub.core.session.SessionState",
                        """
                        {"positions":[{"channel":"%s","seq":12}],"followed":["%s"],\
                        "preferences":{"everywhere":"MENTIONS","overrides":[]}}""".formatted(CHAT, CHAT),
                        new SessionState(
                                List.of(new Position(Channel.of(CHAT), 12)),
                                List.of(Channel.of(CHAT)),
                                NotificationPreferences.STANDARD)));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isReadAndWrittenUnchanged(String manifest, String json, JsonSerializable stored) {
        new StoredForm(ACTORS.system()).stays(manifest, json, stored);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }
}
