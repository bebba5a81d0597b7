// @ts-check
/**
 * The frames of hackhub.v1, as far as this client reads and writes them.
 *
 * @typedef {{channel: string, seq: number, kind: string, at: string, data: any}} LogEvent
 * @typedef {{id: string, username: string, fullName: string}} Author
 * @typedef {{rank: number, teamId: string, name: string, score: number, delta: number, tied: boolean}} BoardRow
 * @typedef {{epoch: string, version: number, frozen: boolean, rows: BoardRow[]}} Board
 * @typedef {{epoch: string, from: number, to: number, rows: BoardRow[], removed: string[]}} BoardDelta
 * @typedef {{code: string, message: string, said?: string, retryable?: boolean, afterMs?: number}} Refusal
 * @typedef {{seq?: number, data: any, duplicate: boolean}} Ack
 * @typedef {{read?: number, canWrite: boolean}} You
 *
 * A command as those see it who show that it waits; `refusal`: it waits for its author to decide.
 * @typedef {{cid: string, channel: string, kind: string, data: any, refusal?: Refusal}} Waiting
 * Where commands are kept so that they outlive the tab.
 * @typedef {{keepCommand: (command: Waiting) => any, forgetCommand: (cid: string) => any, commands: () => Promise<Waiting[]>}} CommandKeeper
 *
 * Whoever follows a channel hears of it through these; all are optional but `events` or `board`.
 * @typedef {object} Sink
 * @property {(events: LogEvent[]) => void} [events]    in order, each once
 * @property {() => void} [forget]                      everything held of the channel is void
 * @property {(you: You, from: number, head: number) => void} [subscribed]
 * @property {(board: Board) => void} [board]
 * @property {(kind: string, data: any) => void} [signal]
 * @property {(refusal: Refusal) => void} [refused]     may not read, or may no longer
 */

/**
 * What a client needs of its surroundings.
 * @typedef {object} Environment
 * @property {() => Promise<{liveUrl: string}>} about       asks the server where the gateway is
 * @property {() => Promise<string | null>} token           a token that is good now; null = a guest
 * @property {() => Promise<boolean>} refresh               false: the session is over; throws: nobody could say
 * @property {import("./subscription.js").Port["page"]} page
 * @property {typeof import("./connection.js").Connection.dial} [dial]
 * @property {() => number} [now]
 * @property {() => number} [random]
 * @property {() => Promise<void>} [visible]                fulfilled when somebody looks
 * @property {(waiting: Waiting, refusal: Refusal) => void} [refused]  what was done before the page was opened, and came to nothing
 *
 * @typedef {{phase: "idle" | "connecting" | "open" | "waiting" | "hidden" | "closed", retryAt?: number, message?: string}} State
 */
export {};
