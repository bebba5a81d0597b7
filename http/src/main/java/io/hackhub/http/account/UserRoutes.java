package io.hackhub.http.account;

import static io.hackhub.http.shared.Validation.valid;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.hackhub.core.account.Cards;
import io.hackhub.core.account.Preferences;
import io.hackhub.core.account.Profiles;
import io.hackhub.core.account.User;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.ETags;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Ids;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Validation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/users`: one's own profile, and others' cards.
public final class UserRoutes {

    private static final Pattern GITHUB = Pattern.compile("[A-Za-z0-9](-?[A-Za-z0-9]){0,38}");
    private static final int MAX_NAME = 100;
    private static final int MAX_BIO = 2000;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG = 50;
    private static final int MAX_SWITCHES = 50;

    record WriteProfile(
            String fullName,
            @Nullable String bio,
            @Nullable String avatarUrl,
            @Nullable String githubUsername,
            @Nullable String linkedinUrl,
            @Nullable Preferences preferences) {

        void check(Validation it) {
            it.text("/fullName", fullName, 1, MAX_NAME);
            it.check(fullName.chars().noneMatch(Character::isISOControl), "/fullName", "control", "must be one line");
            it.text("/bio", bio, 0, MAX_BIO);
            it.url("/avatarUrl", avatarUrl);
            it.url("/linkedinUrl", linkedinUrl);
            var github =
                    githubUsername == null || GITHUB.matcher(githubUsername).matches();
            it.check(github, "/githubUsername", "username", "must be a GitHub username");
            var wanted = preferences == null ? Preferences.NONE : preferences;
            it.texts("/preferences/interests", wanted.interests(), MAX_TAGS, MAX_TAG);
            it.text("/preferences/experience", wanted.experience(), 0, MAX_NAME);
            it.text("/preferences/availability", wanted.availability(), 0, MAX_NAME);
            var switches =
                    wanted.notifications() == null ? 0 : wanted.notifications().size();
            it.range("/preferences/notifications", switches, 0, MAX_SWITCHES);
        }

        User.Profile profile() {
            var wanted = preferences == null ? Preferences.NONE : preferences;
            return new User.Profile(fullName.strip(), bio, avatarUrl, githubUsername, linkedinUrl, wanted);
        }
    }

    record WriteSkills(List<String> skills) {
        void check(Validation it) {
            it.texts("/skills", skills, MAX_TAGS, MAX_TAG);
        }
    }

    private final Profiles profiles;
    private final Cards cards;
    private final Guard guard;

    public UserRoutes(Profiles profiles, Cards cards, Guard guard) {
        this.profiles = profiles;
        this.cards = cards;
        this.guard = guard;
    }

    public Route routes() {
        return pathPrefix(
                "users",
                () -> concat(
                        path(
                                "profile",
                                () -> concat(
                                        get(() -> guard.signedIn(this::show)), put(() -> guard.signedIn(this::write)))),
                        path("skills", () -> put(() -> guard.signedIn(this::writeSkills))),
                        path(segment(), Ids.of(UserId::of, id -> get(() -> guard.signedIn(_ -> card(id)))))));
    }

    private Route show(Caller caller) {
        return onSuccess(
                profiles.of(caller.id()),
                user -> user.map(it -> ETags.ok(it.version(), it)).orElseGet(Problems::notFound));
    }

    private Route write(Caller caller) {
        return Json.body(
                WriteProfile.class,
                body -> valid(
                        body::check,
                        () -> ETags.expected(version ->
                                onSuccess(profiles.write(caller.id(), body.profile(), version), UserRoutes::written))));
    }

    private Route writeSkills(Caller caller) {
        return Json.body(
                WriteSkills.class,
                body -> valid(
                        body::check,
                        () -> ETags.expected(version -> onSuccess(
                                profiles.writeSkills(caller.id(), body.skills(), version), UserRoutes::written))));
    }

    private static Route written(Optional<User> user) {
        return user.map(it -> ETags.answer(StatusCodes.OK, it.version(), it)).orElseGet(ETags::stale);
    }

    private Route card(UserId id) {
        return onSuccess(
                cards.user(id),
                user -> user.map(it -> ETags.ok(it.version(), it.card())).orElseGet(Problems::notFound));
    }
}
