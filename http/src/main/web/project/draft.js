// @ts-check
/** @import { Problem } from "../api/problem.js" */
/** @import { Content } from "./content.js" */
import { problemOf } from "../api/problem.js";
import { differences, merge, NOTHING, pick } from "./content.js";

const PAUSE_MS = 1200;
const RETRY_MS = 5000;

/**
 * @typedef {{content: Content, etag?: string}} Version
 * @typedef {{mine: Content, base: Content, etag?: string}} Copy
 * @typedef {{theirs: Version, clashes: (keyof Content)[]}} Conflict
 *
 * @typedef {object} Desk
 * @property {(content: Content, etag?: string) => Promise<string | undefined>} save   its new version; throws a Problem
 * @property {() => Promise<Version>} load
 * @property {(copy: Copy | null) => void} keep      on this device, until it is saved
 * @property {(content: Content) => void} settle     what this device keeps goes, if it is this
 * @property {() => void} changed
 * @property {number} [pauseMs]
 */

/** A project while somebody writes it: saved by itself after a pause, never over what somebody else has saved meanwhile. */
export class Draft {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    /** @type {Content} */
    this.mine = NOTHING;
    /** What the server has, as far as we know. @type {Version} */
    this.base = { content: NOTHING };
    /** @type {"clean" | "unsaved" | "nameless" | "saving" | "saved" | "offline" | "refused" | "conflict"} */
    this.state = "clean";
    /** @type {Date | null} */
    this.savedAt = null;
    /** @type {Problem | null} */
    this.problem = null;
    /** @type {Conflict | null} */
    this.conflict = null;
    /** Whether somebody else's changes were brought together with mine. */
    this.merged = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Promise<void> | null} */
    this.saving = null;
    this.stopped = false;
  }

  get dirty() {
    return differences(this.base.content, this.mine).length > 0;
  }

  /** Begins with what the server has, and what this device kept of it. @param {Version} version @param {Copy | null} kept */
  start(version, kept) {
    this.stopped = false;
    this.base = version;
    this.mine = version.content;
    this.#say("clean");
    if (!kept || differences(kept.mine, version.content).length === 0) return false;
    this.base = { ...version, content: kept.base };
    this.mine = kept.mine;
    this.#meet(version);
    return true;
  }

  /** @param {Partial<Content>} change */
  change(change) {
    this.mine = { ...this.mine, ...change };
    this.merged = false;
    this.desk.keep({ mine: this.mine, base: this.base.content, etag: this.base.etag });
    if (this.state === "conflict") return this.desk.changed();
    this.#say("unsaved");
    this.#in(this.desk.pauseMs ?? PAUSE_MS);
  }

  /** Saves now what is not saved yet. */
  async flush() {
    clearTimeout(this.timer);
    while (this.saving) await this.saving;
    if (this.state === "conflict") return;
    if (!this.dirty) return this.state === "clean" || this.state === "saved" ? undefined : this.#saved();
    if (!this.mine.name.trim()) return this.#say("nameless");
    this.saving = this.#save().finally(() => (this.saving = null));
    await this.saving;
  }

  /** Nobody writes here any more: what is being sent still is, but nothing again; what did not arrive stays on the device. */
  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** @param {"mine" | "theirs"} whose */
  resolve(whose) {
    if (!this.conflict) return;
    const { theirs, clashes } = this.conflict;
    this.conflict = null;
    this.base = theirs;
    if (whose === "theirs") this.mine = { ...this.mine, ...pick(theirs.content, clashes) };
    this.#say("unsaved");
    void this.flush();
  }

  async #save() {
    const sent = this.mine;
    this.#say("saving");
    try {
      const etag = await this.desk.save(sent, this.base.etag);
      this.base = { content: sent, etag };
      if (this.mine === sent) this.#saved();
      else this.#in(this.desk.pauseMs ?? PAUSE_MS);
    } catch (error) {
      await this.#failed(problemOf(error));
    }
  }

  /** @param {Problem} problem */
  async #failed(problem) {
    if (this.stopped) return;
    if (problem.status === 412) return this.#reload();
    const later = problem.status === 0 || problem.status >= 500 || problem.status === 429;
    this.#say(later ? "offline" : "refused", problem);
    if (later) this.#in(RETRY_MS);
  }

  async #reload() {
    try {
      this.#meet(await this.desk.load());
    } catch (error) {
      this.#say("offline", problemOf(error));
      this.#in(RETRY_MS);
    }
  }

  /** Somebody else has saved. @param {Version} theirs */
  #meet(theirs) {
    if (this.stopped) return;
    const { merged, clashes } = merge(this.base.content, this.mine, theirs.content);
    this.merged = differences(this.base.content, theirs.content).length > 0;
    this.mine = merged;
    if (clashes.length > 0) {
      this.conflict = { theirs, clashes };
      return this.#say("conflict");
    }
    this.base = theirs;
    this.#say("unsaved");
    this.#in(0);
  }

  #saved() {
    this.savedAt = new Date();
    if (this.stopped) return this.desk.settle(this.mine);
    this.desk.keep(null);
    this.#say("saved");
  }

  /** @param {Draft["state"]} state @param {Problem | null} [problem] */
  #say(state, problem = null) {
    if (this.stopped) return;
    this.state = state;
    this.problem = problem;
    this.desk.changed();
  }

  /** @param {number} ms */
  #in(ms) {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.flush(), ms);
  }
}
