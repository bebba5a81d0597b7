package io.hackhub.http.hackathon;

import io.hackhub.core.organization.Slugs;
import io.hackhub.core.shared.Texts;
import io.hackhub.http.hackathon.HackathonBody.CriterionBody;
import io.hackhub.http.hackathon.HackathonBody.MoneyBody;
import io.hackhub.http.hackathon.HackathonBody.PrizeBody;
import io.hackhub.http.hackathon.HackathonBody.TrackBody;
import io.hackhub.http.shared.Validation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a hackathon's body may hold: a bound for each field. Whether it is enough to publish is the hackathon's
/// question.
final class HackathonRules {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MAX_PEOPLE = 100_000;
    private static final int MAX_TEAM = 50;
    private static final int MAX_GRACE = 24 * 60;
    private static final int MAX_LINES = 50;
    private static final long MAX_AMOUNT = 1_000_000_000_000L;
    private static final int MAX_POINTS = 1_000_000;

    private HackathonRules() {}

    static void create(Validation it, HackathonBody body) {
        it.check(body.organizationId() != null, "/organizationId", "required", "is required");
        var slug = body.slug();
        it.check(
                slug == null || Slugs.isValid(slug),
                "/slug",
                "slug",
                "must be 3 to 60 lower-case letters, digits and dashes, and no id");
        check(it, body);
    }

    static void check(Validation it, HackathonBody body) {
        it.text("/title", body.title(), 1, 200);
        it.text("/description", body.description(), 0, 20_000);
        it.text("/theme", body.theme(), 1, 100);
        it.text("/rules", body.rules(), 0, 20_000);
        it.range("/maxParticipants", body.maxParticipants(), 1, MAX_PEOPLE);
        it.range("/graceMinutes", body.graceMinutes(), 0, MAX_GRACE);
        teamSize(it, body);
        dates(it, body);
        requirements(it, body.requirements());
        resources(it, body.resources());
        prizes(it, body.prizeList());
        criteria(it, body.criteria());
        tracks(it, body.trackList());
    }

    private static void teamSize(Validation it, HackathonBody body) {
        var size = body.teamSize();
        it.range("/teamSize/min", size.min(), 1, MAX_TEAM);
        it.range("/teamSize/max", size.max(), 1, MAX_TEAM);
        it.check(size.min() <= size.max(), "/teamSize/max", "order", "must not be below min");
    }

    private static void dates(Validation it, HackathonBody body) {
        date(it, "/registrationStart", body.registrationStart());
        date(it, "/registrationEnd", body.registrationEnd());
        date(it, "/startDate", body.startDate());
        date(it, "/endDate", body.endDate());
        date(it, "/freezeAt", body.freezeAt());
        it.check(
                body.registrationStart().isBefore(body.registrationEnd()),
                "/registrationEnd",
                "order",
                "must be after registrationStart");
        it.check(
                !body.startDate().isBefore(body.registrationEnd()),
                "/startDate",
                "order",
                "must not be before registrationEnd");
        it.check(body.startDate().isBefore(body.endDate()), "/endDate", "order", "must be after startDate");
        it.check(isZone(body.timeZone()), "/timeZone", "time-zone", "must be an IANA time zone");
    }

    private static void date(Validation it, String field, @Nullable Instant date) {
        it.check(
                date == null || (date.isAfter(EARLIEST) && date.isBefore(LATEST)),
                field,
                "out-of-range",
                "must be between 2000 and 2200");
    }

    private static void requirements(Validation it, HackathonBody.@Nullable RequirementsBody requirements) {
        if (requirements != null) {
            it.texts("/requirements/skills", requirements.skills(), MAX_LINES, 50);
            it.text("/requirements/notes", requirements.notes(), 0, 5_000);
        }
    }

    private static void resources(Validation it, @Nullable Map<String, String> resources) {
        if (resources == null) {
            return;
        }
        it.check(resources.size() <= MAX_LINES, "/resources", "too-many", "must have at most 50 entries");
        resources.forEach((name, value) -> {
            var field = "/resources/" + name.replace("~", "~0").replace("/", "~1");
            it.check(
                    !name.isBlank() && !Texts.isLonger(name, 100),
                    field,
                    "name",
                    "must have a name of 1 to 100 characters");
            it.text(field, value, 0, 2_048);
        });
    }

    private static void prizes(Validation it, List<PrizeBody> prizes) {
        it.check(prizes.size() <= MAX_LINES, "/prizes", "too-many", "must have at most 50 entries");
        distinct(it, "/prizes", prizes, PrizeBody::id);
        for (int i = 0; i < prizes.size(); i++) {
            var field = "/prizes/" + i;
            it.text(field + "/id", prizes.get(i).id(), 1, 50);
            it.text(field + "/name", prizes.get(i).name(), 1, 200);
            it.range(field + "/rank", prizes.get(i).rank(), 1, 1_000);
            money(it, field + "/amount", prizes.get(i).amount());
        }
    }

    private static void money(Validation it, String field, @Nullable MoneyBody money) {
        if (money != null) {
            it.range(field + "/amount", money.amount(), 0, MAX_AMOUNT);
            it.check(isCurrency(money.currency()), field + "/currency", "currency", "must be an ISO 4217 code");
        }
    }

    private static void criteria(Validation it, List<CriterionBody> criteria) {
        it.check(criteria.size() <= MAX_LINES, "/judgingCriteria", "too-many", "must have at most 50 entries");
        distinct(it, "/judgingCriteria", criteria, CriterionBody::key);
        for (int i = 0; i < criteria.size(); i++) {
            var field = "/judgingCriteria/" + i;
            var criterion = criteria.get(i);
            it.text(field + "/key", criterion.key(), 1, 50);
            it.text(field + "/name", criterion.name(), 1, 200);
            it.check(
                    criterion.weight() > 0 && criterion.weight() <= 1_000,
                    field + "/weight",
                    "out-of-range",
                    "must be above 0 and at most 1000");
            it.range(field + "/min", criterion.min(), -MAX_POINTS, MAX_POINTS);
            it.range(field + "/max", criterion.max(), -MAX_POINTS, MAX_POINTS);
            it.check(criterion.min() < criterion.max(), field + "/max", "order", "must be above min");
        }
    }

    private static void tracks(Validation it, List<TrackBody> tracks) {
        it.check(tracks.size() <= MAX_LINES, "/tracks", "too-many", "must have at most 50 entries");
        distinct(it, "/tracks", tracks, TrackBody::id);
        for (int i = 0; i < tracks.size(); i++) {
            it.text("/tracks/" + i + "/id", tracks.get(i).id(), 1, 50);
            it.text("/tracks/" + i + "/name", tracks.get(i).name(), 1, 200);
        }
    }

    private static <T> void distinct(Validation it, String field, List<T> entries, Function<T, String> key) {
        it.check(
                entries.stream().map(key).distinct().count() == entries.size(),
                field,
                "duplicate",
                "must not name an entry twice");
    }

    private static boolean isZone(String text) {
        try {
            return text.length() <= 100 && ZoneId.of(text).getId().equals(text);
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isCurrency(String text) {
        try {
            return Currency.getInstance(text).getCurrencyCode().equals(text);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
