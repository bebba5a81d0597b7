// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { teams } from "../api/teams.js";
import { navigate, place, signInUrl } from "../app/router.js";
import { session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { toast } from "../design/toast.js";
import { nextStep } from "./entrance.js";
import { peopleOf } from "./finding.js";
import { readCode } from "./invitation-code.js";
import { text } from "./text.js";

/**
 * Joins the team whose link one was sent. The code stays in the fragment, on the way through signing in too: no address that
 * a server sees holds it.
 */
export class JoinPage extends Element {
  constructor() {
    super();
    /** @type {Team | null} */
    this.team = null;
    /** @type {Hackathon | null} */
    this.hackathon = null;
    this.code = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(place.watch(() => void this.#load()));
    void this.#load();
  }

  async #load() {
    this.code = place.value.hash.slice(1);
    const found = readCode(this.code);
    if (!found || place.value.path !== "/join") return this.requestUpdate();
    try {
      this.team = await teams.get(found.team);
      this.hackathon = await hackathons.get(this.team.hackathonId);
      this.titled(text.joinTeam(this.team.name));
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    return html`<div class="page auth"><div class="card auth__card stack join">${this.#inside()}</div></div>`;
  }

  #inside() {
    const { team, hackathon, problem } = this;
    if (!readCode(this.code)) return html`<h1 class="sr-only">${text.join}</h1>${empty("link", text.brokenLink, text.brokenLinkMore, html`<a class="button" href="/hackathons">${text.toHackathons}</a>`)}`;
    if (problem?.slug === "invitation-invalid" || problem?.status === 404 || team?.status === "DISBANDED") return this.#invalid();
    if (!team || !hackathon) return html`<h1 class="sr-only">${text.join}</h1>${problem ? failure(problem, () => void this.#load()) : skeleton(5)}`;
    const people = peopleOf(team);
    return html`
      <p class="eyebrow">${text.joinOf}</p>
      <h1 class="auth__title">${team.name}</h1>
      <p class="soft">${text.at(hackathon.title)}</p>
      ${team.description ? html`<p>${team.description}</p>` : nothing}
      <p class="row"><span class="team-card__people">${people.slice(0, 6).map(({ user }) => avatar(user, "small"))}</span><span class="faint">${people.map(({ user }) => user.fullName).join(", ")}</span></p>
      ${failure(problem)}
      ${this.#step(team, hackathon)}`;
  }

  #invalid() {
    const leader = this.team?.members.find(({ role }) => role === "LEADER")?.user.fullName ?? text.theTeam;
    const way = this.hackathon ? html`<a class="button" href=${`/hackathons/${this.hackathon.slug}/teams`}>${text.findTeams}</a>` : nothing;
    return html`<h1 class="sr-only">${text.join}</h1><div role="alert">${empty("link", text.invalidLink, text.invalidLinkMore(leader), way)}</div>`;
  }

  /** @param {Team} team @param {Hackathon} hackathon */
  #step(team, hackathon) {
    const step = nextStep(team, hackathon, session.user?.id);
    const way = (/** @type {string} */ href, /** @type {string} */ name) => html`<a class="button" href=${href}>${name}</a>`;
    const toHackathon = way(`/hackathons/${hackathon.slug}`, text.toHackathon);
    switch (step) {
      case "sign-in":
        return html`<p class="soft">${text.signInLead}</p><div class="row join__ways"><a class="button button--primary" href=${signInUrl().replace("/sign-in", "/sign-up")}>${text.signUp}</a><a class="button" href=${signInUrl()}>${text.signIn}</a></div>`;
      case "already-in":
        return html`<p class="notice notice--good">${text.alreadyIn}</p>${way(`/teams/${team.id}`, text.openRoom)}`;
      case "other-team":
        return html`<p class="notice notice--warn">${text.otherTeam}</p>${way(`/teams/${hackathon.me?.teamId}`, text.toMyTeam)}`;
      case "register":
        return html`<p class="soft">${text.registerLead(hackathon.title)}</p>${this.#button(text.registerAndJoin, () => this.#register(hackathon))}`;
      case "join":
        return this.#button(text.joinNow, () => this.#join());
      case "waitlisted":
        return html`<p class="notice notice--warn">${text.waitlisted(hackathon.me?.registration?.position)}</p>${toHackathon}`;
      case "staff":
        return html`<p class="notice">${text.isStaff}</p>${toHackathon}`;
      case "full":
        return html`<p class="notice notice--warn">${text.isFull}</p>${toHackathon}`;
      case "over":
        return html`<p class="notice">${text.over}</p>${toHackathon}`;
      case "not-yet":
        return html`<p class="notice">${text.notYet}</p>${toHackathon}`;
      case "closed":
        return html`<p class="notice notice--warn">${text.closed}</p>${toHackathon}`;
    }
  }

  /** @param {string} name @param {() => Promise<any>} act */
  #button(name, act) {
    return html`<button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy} @click=${() => this.attempt(act)}>${name}</button>`;
  }

  async #join() {
    const team = await teams.join(this.code);
    toast(text.welcome(team.name), { kind: "good" });
    navigate(`/teams/${team.id}`, { replace: true });
  }

  /** Both at once; where there is only a place on the waiting list, the page says so. @param {Hackathon} hackathon */
  async #register(hackathon) {
    await hackathons.register(hackathon.id);
    this.hackathon = await hackathons.get(hackathon.id);
    if (this.hackathon.me?.registration?.status !== "WAITLISTED") await this.#join();
  }
}

customElements.define("hh-join-page", JoinPage);
