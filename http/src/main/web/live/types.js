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
 * Whoever follows a channel hears of it through these; all are optional but `events` or `board`.
 * @typedef {object} Sink
 * @property {(events: LogEvent[]) => void} [events]    in order, each once
 * @property {() => void} [forget]                      everything held of the channel is void
 * @property {(you: You, from: number, head: number) => void} [subscribed]
 * @property {(board: Board) => void} [board]
 * @property {(kind: string, data: any) => void} [signal]
 * @property {(refusal: Refusal) => void} [refused]     may not read, or may no longer
 */
export {};
