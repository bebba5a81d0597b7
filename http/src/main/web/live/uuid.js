// @ts-check
/** UUIDv7: sorted by time, so that a command's id says when it was made. */

let lastMillis = 0;
let counter = 0;

/**
 * Within one millisecond the twelve bits after the version count up, so ids of one tab are strictly ascending.
 * @param {number} now the server's time in milliseconds, as well as it is known
 * @returns {string}
 */
export function uuidv7(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const millis = tick(Math.floor(now), bytes);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(millis / 2 ** (40 - 8 * i)) % 256;
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** @param {number} now @param {Uint8Array} random */
function tick(now, random) {
  if (now > lastMillis) {
    lastMillis = now;
    counter = ((random[6] & 0x07) << 8) | random[7];
  } else if (++counter > 0xfff) {
    lastMillis++;
    counter = 0;
  }
  return lastMillis;
}

/** The moment an id was made. @param {string} uuid */
export function timeOf(uuid) {
  return parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}
