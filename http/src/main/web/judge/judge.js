// @ts-check
/** @import { Hackathon, Scorecard } from "../api/types.js" */
/** @import { Assignment, Filter } from "./progress.js" */
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { hackathons } from "../api/hackathons.js";
import { drafts, live } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { toast } from "../design/toast.js";
import { judgeList } from "./judge-list.js";
import { neighbour, nextOpen, shown } from "./progress.js";
import "./judged-project.js";
import { missingOf } from "./rubric.js";
import "./score-form.js";
import { isWriting, meant } from "./score-keys.js";
import { Scoring } from "./scoring.js";
import { text } from "./text.js";

/** A judge's work: what is done and what is left, the project at hand, and its form beside. */
export class Judge extends Element {
  static properties = { hackathon: { attribute: false }, at: { state: true }, filter: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {string | null} */
    this.at = null;
    /** @type {Filter} */
    this.filter = "all";
    /** @type {Assignment[] | null} */
    this.assignments = null;
    /** @type {Map<string, Scoring>} */
    this.scorings = new Map();
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
    this.watch(live.state);
    this.hears(document, "keydown", (event) => this.#pressed(event));
    this.hears(document, "visibilitychange", () => document.hidden || void this.#load());
    this.until(() => {
      for (const scoring of this.scorings.values()) void scoring.flush();
    });
  }

  /** Also when one comes back from another device. */
  #load() {
    const asked = new Map([...this.scorings].map(([teamId, { acks }]) => [teamId, acks]));
    return this.reads(async () => {
      const [assigned, scored] = await Promise.all([hackathons.assignments(this.hackathon.id), hackathons.scores(this.hackathon.id)]);
      const cards = new Map(scored.map((card) => [card.teamId, card]));
      this.assignments = assigned.map(({ teamId, name }) => ({ teamId, name, card: this.#newest(teamId, cards.get(teamId), asked.get(teamId)) }));
      // Where list and form stand side by side, there is no reason to begin with an empty form.
      if (this.at === null && matchMedia("(min-width: 60rem)").matches) this.at = nextOpen(this.assignments) ?? this.assignments[0]?.teamId ?? null;
    });
  }

  /** @param {string} teamId @param {Scorecard | undefined} card @param {number} [asked] */
  #newest(teamId, card, asked = 0) {
    const scoring = this.scorings.get(teamId);
    scoring?.start(card, null, asked);
    return scoring?.isOld(card, asked) ? scoring.card : card;
  }

  get open() {
    return this.hackathon.status === "JUDGING";
  }

  /** @param {Assignment} assignment */
  #scoring({ teamId, name, card }) {
    const held = this.scorings.get(teamId);
    if (held) return held;
    const scoring = new Scoring(teamId, {
      send: (sent) => live.command(`hackathon/${this.hackathon.id}/leaderboard`, "score.submit", sent),
      keep: (content) => drafts.keep(`score/${teamId}`, content),
      changed: () => (this.turn++, this.requestUpdate()),
      stored: (sent) => {
        this.assignments = (this.assignments ?? []).map((it) => (it.teamId === teamId ? { ...it, card: { judgeId: "", ...sent } } : it));
        if (sent.complete) toast(text.scored(name), { kind: "good" });
      },
    });
    this.scorings.set(teamId, scoring);
    scoring.start(card, this.open ? drafts.of(`score/${teamId}`) : null);
    return scoring;
  }

  render() {
    const { assignments, hackathon, filter, at } = this;
    if (!assignments) return this.problem ? failure(this.problem, () => void this.#load()) : skeleton(6);
    if (assignments.length === 0) return empty("gavel", text.nothing, ["JUDGING", "COMPLETED"].includes(hackathon.status) ? text.nothingEver : text.nothingActive);
    const current = assignments.find(({ teamId }) => teamId === at);
    return html`<div class="judge ${current ? "judge--open" : ""}">
      ${judgeList({ assignments, scorings: this.scorings, filter, at }, (it) => (this.filter = it), (it) => this.#go(it))}
      ${current ? keyed(current.teamId, this.#work(current)) : html`<div class="judge__none">${empty("gavel", text.choose, text.chooseMore)}</div>`}
    </div>`;
  }

  /** @param {Assignment} current */
  #work(current) {
    const list = shown(this.assignments ?? [], this.filter);
    const place = list.findIndex(({ teamId }) => teamId === current.teamId);
    const last = nextOpen(this.assignments ?? [], current.teamId) === null;
    const way = (/** @type {string} */ name, /** @type {string} */ icon, /** @type {number} */ steps) => {
      const to = neighbour(list, current.teamId, steps);
      return html`<button class="button button--icon" aria-label=${name} ?disabled=${to === null} @click=${() => to && this.#go(to)}><hh-icon name=${icon}></hh-icon></button>`;
    };
    return html`<div class="judge__project stack">
        <div class="row row--apart judge__way">
          <button class="button button--quiet judge__back" @click=${() => this.#go(null)}><hh-icon name="arrow-left"></hh-icon>${text.back}</button>
          <span class="row">${place >= 0 ? html`<span class="faint numbers">${text.ofAll(place + 1, list.length)}</span>` : nothing}${way(text.previous, "chevron-left", -1)}${way(text.next, "chevron-right", 1)}</span>
        </div>
        <hh-judged-project teamId=${current.teamId} .hackathon=${this.hackathon}></hh-judged-project>
      </div>
      <hh-score-form class="judge__form" .hackathon=${this.hackathon} .scoring=${this.#scoring(current)} .turn=${this.turn} .connected=${live.open} ?last=${last} @complete=${() => this.#complete()}></hh-score-form>`;
  }

  /** @param {string | null} teamId */
  #go(teamId) {
    if (this.at) void this.scorings.get(this.at)?.flush();
    this.at = teamId;
    if (!matchMedia("(min-width: 60rem)").matches) scrollTo(0, 0);
    void this.#load();
  }

  /** Done with it: on to the next, while it is being sent. */
  #complete() {
    const { at, assignments } = this;
    const scoring = this.scorings.get(at ?? "");
    const name = assignments?.find(({ teamId }) => teamId === at)?.name ?? "";
    if (!this.open || !scoring || missingOf(this.hackathon.judgingCriteria, scoring.content.marks).length > 0) return;
    const wasDone = scoring.complete;
    void scoring.finish().then((stored) => stored || toast(text.notScored(name), { kind: "bad" }));
    const next = nextOpen(assignments ?? [], at);
    if (next && !wasDone) this.at = next;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const { target } = event;
    const here = target instanceof Node && (this.contains(target) || target === document.body || (target instanceof HTMLElement && target.id === "main"));
    if (!here || event.defaultPrevented) return;
    const criterion = target instanceof HTMLElement ? target.closest("hh-criterion") : null;
    const act = meant(event, { writing: isWriting(target), criterion: criterion !== null });
    if (!act) return;
    event.preventDefault();
    if (act.act === "complete") return this.#complete();
    if (act.act !== "project") return /** @type {import("./criterion.js").CriterionField} */ (criterion).press(act);
    const to = neighbour(shown(this.assignments ?? [], this.filter), this.at, act.steps);
    if (to) this.#go(to);
  }
}

customElements.define("hh-judge", Judge);
