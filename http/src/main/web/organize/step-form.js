// @ts-check
/** @import { Step } from "./life.js" */
import { html, nothing } from "lit";
import { instantOf } from "./event-time.js";
import { text } from "./text.js";

/**
 * What a step of a hackathon's life wants to know first: why, and until when.
 * @param {Step} step @param {string} name @param {string} end what to begin with @param {string} timeZone
 * @param {boolean} busy @param {(body: {to: string, reason?: string, registrationEnd?: string, endDate?: string}) => void} go @param {() => void} leave
 */
export function stepForm({ to, reason, newEnd }, name, end, timeZone, busy, go, leave) {
  const answer = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const values = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const said = String(values.get("reason") ?? "").trim();
    const until = String(values.get("until") ?? "");
    go({ to, ...(said ? { reason: said } : {}), ...(newEnd && until ? { [newEnd]: instantOf(until, timeZone) } : {}) });
  };
  return html`<form class="card card--quiet stack stack--tight" @submit=${answer}>
    ${reason ? html`<label class="field"><span>${text.why}</span><input class="input" name="reason" required maxlength="1000"></label>` : nothing}
    ${newEnd ? html`<label class="field"><span>${newEnd === "endDate" ? text.newEndDate : text.openUntil}</span><input class="input" type="datetime-local" name="until" required value=${end}><span class="field__hint">${text.inZone(timeZone)}</span></label>` : nothing}
    <div class="row"><button class="button ${to === "CANCELLED" ? "button--danger" : "button--primary"}" ?disabled=${busy} aria-busy=${busy}>${name}</button><button class="button button--quiet" type="button" @click=${leave}>${text.notNow}</button></div>
  </form>`;
}
