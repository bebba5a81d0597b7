// @ts-check
/** @import { Problem } from "../api/problem.js" */
/** @import { Draft } from "./hackathon-draft.js" */
import { html, nothing } from "lit";
import { area, choice, field } from "../design/field.js";
import { elsewhere, momentOf } from "../design/time.js";
import { DIFFICULTIES } from "../hackathons/status.js";
import "./criteria-editor.js";
import { instantOf, isZone, zones } from "./event-time.js";
import "./prizes-editor.js";
import { text } from "./text.js";

/** @typedef {"registrationStart" | "registrationEnd" | "startDate" | "endDate" | "freezeAt"} DateName */

/**
 * The parts of the form, each with an address of its own so that whoever is told what is missing can be led there.
 * @param {Draft} it @param {Problem | null} problem @param {{id: string, name: string}[]} organizations to choose from; none = it stays
 * @param {Set<string>} scored keys of criteria that are stored
 */
export function formParts(it, problem, organizations, scored) {
  return html`
    <section class="card stack" id="what" aria-labelledby="what-title"><h2 id="what-title">${text.what}</h2><div class="fields maker__two">
      ${organizations.length > 1 ? choice({ label: text.organization, name: "organizationId", value: it.organizationId, wide: true, options: organizations.map(({ id, name }) => /** @type {[string, string]} */ ([id, name])) }) : nothing}
      ${field({ label: text.title, name: "title", value: it.title, required: true, maxlength: 200, wide: true, problem })}
      ${area({ label: text.description, name: "description", value: it.description, rows: 8, hint: text.markdown, wide: true, problem })}
      ${field({ label: text.theme, name: "theme", value: it.theme, maxlength: 100, problem })}
      ${choice({ label: text.level, name: "difficulty", value: it.difficulty, options: DIFFICULTIES })}
    </div></section>
    <section class="card stack" id="dates" aria-labelledby="dates-title"><h2 id="dates-title">${text.when}</h2>
      ${zone(it, problem)}
      <div class="fields maker__dates">
        ${date(text.registrationOpens, "registrationStart", it, problem)} ${date(text.registrationCloses, "registrationEnd", it, problem)}
        ${date(text.begins, "startDate", it, problem)} ${date(text.ends, "endDate", it, problem)}
        ${field({ label: text.grace, name: "graceMinutes", type: "number", min: 0, max: 1440, value: it.graceMinutes, hint: text.graceHint, problem })}
        ${date(text.freezeAt, "freezeAt", it, problem, text.freezeAtHint)}
      </div></section>
    <section class="card stack" id="team-size" aria-labelledby="who-title"><h2 id="who-title">${text.who}</h2><div class="fields">
      ${field({ label: text.places, name: "maxParticipants", type: "number", min: 1, value: it.maxParticipants, hint: text.placesHint, problem })}
      ${field({ label: text.teamMin, name: "teamMin", type: "number", min: 1, value: it.teamMin, pointer: "/teamSize/min", problem })}
      ${field({ label: text.teamMax, name: "teamMax", type: "number", min: 1, value: it.teamMax, pointer: "/teamSize/max", problem })}
      ${field({ label: text.skills, name: "skills", value: it.skills, hint: text.commas, wide: true, pointer: "/requirements/skills", problem })}
    </div></section>
    <section class="card stack" id="judging" aria-labelledby="judging-title"><h2 id="judging-title">${text.judged}</h2>
      <hh-criteria-editor .criteria=${it.criteria} .fixed=${scored} .refused=${problem}></hh-criteria-editor>
      <div class="fields">
        ${field({ label: text.tracks, name: "tracks", value: it.tracks, hint: text.tracksHint, problem })}
        ${choice({ label: text.visibility, name: "leaderboardVisibility", value: it.leaderboardVisibility, options: Object.entries(text.visibilities) })}
      </div></section>
    <section class="card stack" id="prizes" aria-labelledby="prizes-title"><h2 id="prizes-title">${text.prizes}</h2>
      <hh-prizes-editor .prizes=${it.prizes} .refused=${problem}></hh-prizes-editor></section>
    <section class="card stack" id="rules" aria-labelledby="rules-title"><h2 id="rules-title">${text.rules}</h2>
      ${area({ label: text.rules, name: "rules", value: it.rules, rows: 5, hint: text.rulesHint, problem })}</section>`;
}

/** @param {Draft} it @param {Problem | null} problem */
function zone(it, problem) {
  const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const error = problem?.at("/timeZone") ?? (isZone(it.timeZone) ? undefined : text.zoneUnknown);
  return html`<div class="field">
    <label class="field__label" for="field-timeZone">${text.zone}</label>
    <input class="input" id="field-timeZone" name="timeZone" list="zones" required .value=${it.timeZone} aria-invalid=${error ? "true" : "false"} aria-describedby="zone-about" autocomplete="off">
    <datalist id="zones">${zones().map((name) => html`<option value=${name}></option>`)}</datalist>
    <span id="zone-about">${error ? html`<span class="field__error">${error}</span>` : html`<span class="field__hint">${it.timeZone === mine ? text.zoneHint : text.zoneElsewhere(mine)}</span>`}</span>
  </div>`;
}

/** @param {string} label @param {DateName} name @param {Draft} it @param {Problem | null} problem @param {string} [hint] */
function date(label, name, it, problem, hint) {
  const at = isZone(it.timeZone) && it[name] ? instantOf(it[name], it.timeZone) : undefined;
  const here = at && elsewhere(at, it.timeZone) ? text.hereIs(momentOf(at)) : hint;
  return field({ label, name, type: "datetime-local", required: name !== "freezeAt", value: it[name], hint: here, problem });
}
