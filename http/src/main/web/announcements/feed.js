// @ts-check
/** @import { Update } from "../api/types.js" */
/** @import { LogEvent } from "../live/types.js" */
import { hackathons } from "../api/hackathons.js";
import { live, session } from "../app/services.js";
import { toast } from "../design/toast.js";
import { hold } from "../live/shared.js";
import { Timeline } from "../live/timeline.js";
import { arrived } from "./attention.js";
import { merged } from "./merge.js";
import { text } from "./text.js";

const FRESH_MS = 30_000;
const LISTED = 100;

/** What a hackathon's organizers said, who has seen it, and what became of the hackathon itself. */
export class Feed extends Timeline {
  /** What the channel tells. @type {Map<string, Update>} */
  updates = new Map();
  /** What the list tells besides: what is for an audience, what is scheduled, what was acknowledged. @type {Map<string, Update>} */
  listed = new Map();
  /** @type {Set<string>} */
  withdrawn = new Set();
  /** How many have seen what, as told since. @type {Map<string, number>} */
  acks = new Map();
  /** What this reader has just acknowledged. @type {Set<string>} */
  mine = new Set();
  /** How many follow it at this moment, as last told. @type {number | undefined} */
  viewers = undefined;
  /** Whether this reader takes part or works there: then what is urgent is on top of every page. */
  belongs = false;
  /** Whether this reader is one of those who announce. */
  announces = false;
  /** Whether the list was read; before that nobody knows what was acknowledged. */
  asked = false;
  /** The latest of its own changes. @type {any} */
  change = null;
  /** Which hackathon's. */
  id = this.channel.split("/")[1];
  /** @type {Promise<void> | null} */
  #loading = null;

  /** Newest first. */
  get list() {
    return merged(this).filter(({ publishedAt }) => publishedAt);
  }

  /** What waits for its time, the next one first; for organizers. */
  get scheduled() {
    return merged(this).filter(({ publishedAt }) => !publishedAt).reverse();
  }

  /** What wants an acknowledgement of this reader. */
  get wanted() {
    if (!this.belongs || !this.asked) return [];
    return this.list.filter((it) => it.priority === "URGENT" && !it.acknowledged && (!this.announces || it.audience === "ORGANIZERS") && it.author?.id !== session.user?.id);
  }

  /** What only the list knows; asked again whenever somebody has reason to. */
  refresh() {
    this.#loading ??= this.#refresh().finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #refresh() {
    const { items } = await hackathons.updates(this.id, { limit: LISTED });
    this.asked = true;
    this.listed = new Map(items.map((it) => [it.id, it]));
    for (const { id, acks } of items) if (acks !== undefined) this.acks.set(id, Math.max(acks, this.acks.get(id) ?? 0));
    this.touch();
  }

  /** Says that it was seen; sent again until the server has it. @param {Update} update */
  async acknowledge({ id }) {
    this.mine.add(id);
    this.touch();
    try {
      await live.command(this.channel, "announcement.acknowledge", { updateId: id });
    } catch (error) {
      this.mine.delete(id);
      this.touch();
      throw error;
    }
  }

  /** @param {LogEvent[]} events */
  appended(events) {
    for (const event of events) {
      this.#apply(event);
      if (event.kind === "announcement.published") this.#tell(event);
    }
  }

  /** In passing, whatever page one is on; but not to those who see it anyway. @param {LogEvent} event */
  #tell({ at, data }) {
    const fresh = Date.now() + live.skew - Date.parse(at) < FRESH_MS;
    if (!fresh || data.author?.id === session.user?.id) return;
    const href = `/hackathons/${this.id}/announcements`;
    // Only whoever looks elsewhere is told by the browser, and in plain words.
    if (document.hidden) void import("../markdown/markdown.js").then(({ plain }) => arrived(data.title, plain(data.content ?? ""), href), () => arrived(data.title, "", href));
    const shown = location.pathname.endsWith("/announcements") || location.pathname.startsWith("/screen/");
    const bannered = data.priority === "URGENT" && this.belongs && !this.announces;
    if (shown || bannered) return;
    toast(data.title, { title: text.announcement, href });
  }

  /** @param {string} kind @param {any} data */
  onSignal(kind, data) {
    if (kind === "acks") {
      this.acks.set(data.updateId, Math.max(data.count, this.acks.get(data.updateId) ?? 0));
      this.touch();
    } else if (kind === "viewers") {
      this.viewers = data.count;
      this.touch();
    }
    super.onSignal(kind, data);
  }

  rebuilt() {
    this.updates.clear();
    for (const event of this.events) this.#apply(event);
  }

  /** @param {LogEvent} event */
  #apply({ kind, at, data }) {
    const id = data.id ?? data.updateId;
    const held = this.updates.get(id) ?? this.listed.get(id);
    if (kind === "announcement.published") this.updates.set(id, { ...data, id, publishedAt: data.publishedAt ?? at });
    else if (kind === "announcement.edited" && held) this.updates.set(id, { ...held, ...data, id, editedAt: data.editedAt ?? at });
    else if (kind === "announcement.withdrawn") (this.updates.delete(id), this.withdrawn.add(id));
    else if (kind === "hackathon.changed") this.change = data;
  }
}

/** @param {string} hackathonId @returns {{model: Feed, release: () => void}} */
export function holdFeed(hackathonId) {
  const channel = `hackathon/${hackathonId}/announcements`;
  return hold(channel, () => new Feed(channel));
}

/**
 * Told whenever the hackathon itself has changed, for as long as an element is on the page: its changes come with its announcements.
 * @param {import("../design/element.js").Element} element @param {string} hackathonId @param {() => void} changed @returns {Feed}
 */
export function followChanges(element, hackathonId, changed) {
  const { model, release } = holdFeed(hackathonId);
  let seen = model.change;
  element.until(release);
  element.until(model.changed.watch(() => {
    if (model.change === seen) return;
    seen = model.change;
    changed();
  }));
  return model;
}
