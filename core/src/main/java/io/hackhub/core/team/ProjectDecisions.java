package io.hackhub.core.team;

import static io.hackhub.core.team.MembershipDecisions.may;
import static io.hackhub.core.team.Verdict.accept;
import static io.hackhub.core.team.Verdict.refuse;

import io.hackhub.core.access.Action;
import io.hackhub.core.hackathon.Milestones;
import io.hackhub.core.hackathon.TeamRules;
import io.hackhub.core.team.TeamCommand.SaveProject;
import io.hackhub.core.team.TeamCommand.Submit;
import io.hackhub.core.team.TeamCommand.WithdrawSubmission;
import io.hackhub.core.team.TeamEvent.ProjectSaved;
import io.hackhub.core.team.TeamEvent.ProjectSubmitted;
import io.hackhub.core.team.TeamEvent.SubmissionWithdrawn;
import java.time.Instant;

/// What becomes of the project, decided purely.
final class ProjectDecisions {

    private ProjectDecisions() {}

    static Verdict save(TeamState team, SaveProject c, Instant now) {
        if (!may(team, c.by(), Action.EDIT_PROJECT)) {
            return refuse(Refusal.DENIED);
        }
        if (!c.rules().milestones().projectEditable(c.rules().status(), now)) {
            return refuse(Refusal.PHASE);
        }
        long version = team.project() == null ? 0 : team.project().version();
        if (c.ifVersion() != null && c.ifVersion() != version) {
            return refuse(Refusal.STALE);
        }
        return c.project().withVersion(version).equals(team.project())
                ? accept()
                : accept(new ProjectSaved(c.project().withVersion(version + 1), c.by().user(), now));
    }

    static Verdict submit(TeamState team, Submit c, Instant now) {
        if (!may(team, c.by(), Action.SUBMIT_PROJECT)) {
            return refuse(Refusal.DENIED);
        }
        if (submission(c.rules(), now) == Milestones.Submission.NO) {
            return refuse(Refusal.PHASE);
        }
        if (team.project() == null) {
            return refuse(Refusal.NO_PROJECT);
        }
        if (team.members().size() < c.rules().teamSize().min()) {
            return refuse(Refusal.TOO_SMALL);
        }
        if (team.submission() != null && team.submission().project().equals(team.project())) {
            return accept();
        }
        var submission = new Submission(
                team.project(), submission(c.rules(), now) == Milestones.Submission.LATE, c.by().user(), now);
        return accept(new ProjectSubmitted(submission, now));
    }

    static Verdict withdraw(TeamState team, WithdrawSubmission c, Instant now) {
        if (!may(team, c.by(), Action.SUBMIT_PROJECT)) {
            return refuse(Refusal.DENIED);
        }
        if (submission(c.rules(), now) == Milestones.Submission.NO) {
            return refuse(Refusal.PHASE);
        }
        return team.submission() == null
                ? refuse(Refusal.NOT_SUBMITTED)
                : accept(new SubmissionWithdrawn(c.by().user(), now));
    }

    private static Milestones.Submission submission(TeamRules rules, Instant now) {
        return rules.milestones().submission(rules.status(), now);
    }
}
