// @ts-check
/** @import { CommandKeeper, Refusal, Waiting } from "./types.js" */
/** @import { Sender } from "./sender.js" */

/** Left by the page before for this one, or by this one for the next: nobody has refused it. */
const LEFT = ["unauthenticated", "unavailable"];

/**
 * Goes on with what was given before the page was opened, and keeps there what is given from now on.
 * @param {Sender} sender @param {CommandKeeper | null} keeper
 * @param {(waiting: Waiting, refusal: Refusal) => void} refused  told of what came to nothing
 */
export async function takeUp(sender, keeper, refused) {
  const { outbox } = sender;
  outbox.keeper = keeper;
  const commands = (await keeper?.commands()) ?? [];
  if (outbox.keeper !== keeper) return;
  for (const it of commands) {
    if (it.refusal) outbox.refusedBefore(it);
    else sender.command(it.cid, it.channel, it.kind, it.data).catch((refusal) => LEFT.includes(refusal.code) || refused(it, refusal));
  }
}
