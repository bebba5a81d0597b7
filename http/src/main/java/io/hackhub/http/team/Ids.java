package io.hackhub.http.team;

import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.InvitationId;
import io.hackhub.http.shared.Problems;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.Route;

/// Ids in paths: what is none names nothing.
final class Ids {

    private Ids() {}

    static Function<String, Route> team(Function<TeamId, Route> inner) {
        return read(TeamId::of, inner);
    }

    static Function<String, Route> user(Function<UserId, Route> inner) {
        return read(UserId::of, inner);
    }

    static Function<String, Route> invitation(Function<InvitationId, Route> inner) {
        return read(InvitationId::of, inner);
    }

    private static <T> Function<String, Route> read(Function<String, T> parse, Function<T, Route> inner) {
        return text -> {
            T id;
            try {
                id = parse.apply(text);
            } catch (IllegalArgumentException notAnId) {
                return Problems.notFound();
            }
            return inner.apply(id);
        };
    }
}
