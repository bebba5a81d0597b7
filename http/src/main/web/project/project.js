// @ts-check
/** @import { Hackathon, Project, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { Problem } from "../api/problem.js";
import { teams } from "../api/teams.js";
import { drafts, live, session } from "../app/services.js";
import "../markdown/markdown-text.js";
import "../design/countdown.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { toast } from "../design/toast.js";
import { later } from "../design/undo.js";
import { bodyOf, contentOf, differences } from "./content.js";
import { deadlineOf } from "./deadline.js";
import { Draft } from "./draft.js";
import { draftNotices, draftStatus } from "./draft-status.js";
import { projectLinks } from "./links.js";
import "./project-form.js";
import { receipt } from "./receipt.js";
import { text } from "./text.js";

/** The version of what nobody has written yet. */
const UNTOUCHED = '"0-"';

/** A team's project from inside: written together, handed in by who leads. */
export class TeamProject extends Element {
  static properties = { teamId: {} };

  constructor() {
    super();
    this.teamId = "";
    /** @type {Team | null} */
    this.team = null;
    /** @type {Hackathon | null} */
    this.hackathon = null;
    /** @type {Project | null} */
    this.project = null;
    /** What was handed in, where that is not what there is now. @type {Project | null} */
    this.submitted = null;
    this.loaded = false;
    /** Brought back from this device. */
    this.restored = false;
    /** Being withdrawn. */
    this.going = false;
    this.turn = 0;
    this.draft = new Draft({
      save: (content, etag) => this.#save(content, etag),
      load: () => this.#version(true),
      keep: (copy) => drafts.keep(this.#name, copy),
      settle: (content) => this.#kept && differences(this.#kept.mine, content).length === 0 && drafts.keep(this.#name, null),
      changed: () => (this.turn++, this.requestUpdate()),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.writer = session.user?.id;
    void this.#load();
    this.hears(document, "visibilitychange", () => document.hidden || void this.#refresh());
    this.hears(window, "online", () => void this.draft.flush());
    this.every(1000, () => this.requestUpdate());
    this.until(() => {
      if (this.editable) void this.draft.flush();
      this.draft.stop();
    });
  }

  /** Under which what is typed is kept. */
  get #name() {
    return `project/${this.teamId}`;
  }

  /** @returns {import("./draft.js").Copy | null} */
  get #kept() {
    return drafts.of(this.#name);
  }

  get mine() {
    return this.team?.members.some(({ user, role }) => user.id === session.user?.id && role !== "MENTOR") ?? false;
  }

  get leads() {
    return this.team?.leaderId === session.user?.id;
  }

  get phase() {
    return this.hackathon ? deadlineOf(this.hackathon, Date.now() + live.skew) : null;
  }

  get editable() {
    return this.mine && this.phase?.phase === "open";
  }

  #load() {
    return this.reads(async () => {
      this.team = await teams.get(this.teamId);
      this.hackathon = await hackathons.get(this.team.hackathonId);
      const kept = this.editable ? this.#kept : null;
      const version = await this.#version().catch((error) => without(error, kept));
      if (!this.isConnected) return;
      if (this.draft.stopped || !this.draft.dirty) this.restored = this.draft.start(version, kept);
      this.loaded = true;
      await this.#compare();
    });
  }

  /** Others may have written meanwhile; not while this one does. */
  async #refresh() {
    if (this.loaded && !this.draft.dirty && ["clean", "saved"].includes(this.draft.state)) await this.#load();
  }

  /** What the server has; an untouched project is at version 0. @param {boolean} [fresh] now, not as this device remembers it */
  async #version(fresh) {
    if (this.phase?.phase === "before") return { content: contentOf(null), etag: UNTOUCHED };
    try {
      const { body, etag } = await teams.projectVersioned(this.teamId, fresh);
      this.project = body;
      return { content: contentOf(body), etag };
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      this.project = null;
      return { content: contentOf(null), etag: UNTOUCHED };
    }
  }

  /** @param {import("./content.js").Content} content @param {string} [etag] */
  async #save(content, etag) {
    // Never in the name of whoever came after.
    if (session.user?.id !== this.writer) throw new Problem({ type: "/problems/unauthenticated" }, 401);
    const saved = await teams.saveProject(this.teamId, bodyOf(content), etag);
    this.project = saved.body;
    await this.#compare();
    return saved.etag;
  }

  async #compare() {
    const { project } = this;
    const differs = project?.submittedAt && project.submittedVersion !== project.version;
    if (!differs) this.submitted = null;
    else if (this.submitted?.version !== project.submittedVersion) this.submitted = await teams.submitted(this.teamId).catch(() => null);
    this.requestUpdate();
  }

  render() {
    const { team, hackathon, project, loaded } = this;
    if (!team || !hackathon || !loaded) return this.problem?.status === 404 ? empty("folder-git-2", text.notYours) : this.problem ? failure(this.problem, () => void this.#load()) : skeleton(8);
    const shown = this.going && project ? { ...project, submittedAt: undefined } : project;
    return html`<div class="stack">
      <div class="project-bar row">${this.#time()}${this.editable ? draftStatus(this.draft) : nothing}</div>
      ${this.mine && (this.editable || this.phase?.phase === "grace") ? html`<p class="faint">${this.leads ? text.whoMayLeader : text.whoMay(leaderOf(team))}</p>` : nothing}
      ${failure(this.problem?.status === 422 ? null : this.problem)}
      ${this.editable ? draftNotices(this.draft, this.restored) : nothing}
      ${shown?.submittedAt ? receipt(shown, this.submitted, team, hackathon) : nothing}
      ${this.editable ? html`<hh-project-form .draft=${this.draft} .version=${this.turn} .hackathon=${hackathon}></hh-project-form>` : this.#shown()}
      ${this.mine ? this.#submit(team, shown) : nothing}
    </div>`;
  }

  #time() {
    const now = this.phase;
    if (!now?.at || (now.phase !== "open" && now.phase !== "grace")) return nothing;
    return html`<div class="project-time ${now.phase === "grace" ? "project-time--late" : ""}"><span class="eyebrow">${now.phase === "grace" ? text.graceIn : text.closesIn}</span><hh-countdown to=${now.at} .skew=${live.skew}></hh-countdown></div>`;
  }

  #shown() {
    const { project } = this;
    if (!project?.name) return empty("folder-git-2", this.phase?.phase === "before" ? text.notYet : text.notSubmitted, this.phase?.phase === "over" ? text.endedWithout : this.phase?.phase === "before" ? text.notBegun : text.readOnly);
    return html`<div class="card stack">
      <h2>${project.name}</h2>
      <hh-markdown .text=${project.description}></hh-markdown>
      ${projectLinks(project, "button--small")}
      ${this.phase?.phase === "over" ? html`<p class="faint">${project.submittedAt ? text.ended : text.endedWithout}</p>` : nothing}
    </div>`;
  }

  /** @param {Team} team @param {Project | null} shown */
  #submit(team, shown) {
    const phase = this.phase?.phase;
    if (phase !== "open" && phase !== "grace") return nothing;
    if (!this.leads) return html`<p class="notice"><hh-icon name="crown"></hh-icon><span>${text.asksLeader(leaderOf(team))}</span></p>`;
    const named = phase === "open" ? this.draft.mine.name.trim() : this.project?.name;
    return html`<div class="card submit-card row">
      <button class="button button--primary" ?disabled=${this.busy || !named || this.draft.state === "conflict"} aria-busy=${this.busy} @click=${this.#handIn}><hh-icon name="send"></hh-icon>${phase === "grace" ? text.submitLate : shown?.submittedAt ? text.submitAgain : text.submit}</button>
      ${shown?.submittedAt ? html`<button class="button button--quiet" ?disabled=${this.busy} @click=${this.#withdraw}>${text.withdraw}</button>` : nothing}
      <span class="grow soft">${named ? text.submitLead : text.needsName}</span>
    </div>`;
  }

  async #handIn() {
    const sent = await this.attempt(async () => {
      if (this.editable) await this.draft.flush();
      if (this.draft.problem) throw this.draft.problem;
      this.project = await teams.submit(this.teamId);
      await this.#compare();
    });
    if (!sent) return;
    toast(text.handedIn, { kind: "good" });
    this.emit("changed");
    await this.updateComplete;
    this.querySelector(".receipt")?.scrollIntoView({ block: "nearest" });
  }

  #withdraw() {
    const stays = () => ((this.going = false), this.requestUpdate());
    this.going = true;
    this.requestUpdate();
    later(text.withdrawing, async () => {
      await teams.withdraw(this.teamId);
      this.going = false;
      await this.#version();
      await this.#compare();
      this.emit("changed");
    }, stays);
  }
}

/** Where the server is away one goes on with what is kept. @param {unknown} error @param {import("./draft.js").Copy | null} kept */
function without(error, kept) {
  if (!kept || !(error instanceof Problem) || (error.status > 0 && error.status < 500)) throw error;
  return { content: kept.base, etag: kept.etag ?? UNTOUCHED };
}

/** @param {Team} team */
const leaderOf = ({ members }) => members.find(({ role }) => role === "LEADER")?.user.fullName ?? text.former;

customElements.define("hh-project", TeamProject);
