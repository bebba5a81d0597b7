// @ts-check
/** IndexedDB, as far as it is needed here: records of a user and a key, by kind. Never a token. */

const NAME = "hackhub";
const KINDS = /** @type {const} */ (["commands", "logs", "answers"]);

/** @typedef {typeof KINDS[number]} Kind */
/** @typedef {{user: string, key: string} & Record<string, any>} Kept */

/** @type {Promise<IDBDatabase> | null} */
let opening = null;

/** @param {Kind} kind @param {Kept} record */
export const put = (kind, record) => within(kind, "readwrite", (store) => store.put(record));

/** @param {Kind} kind @param {string} user @param {string} key @returns {Promise<any>} */
export const get = (kind, user, key) => within(kind, "readonly", (store) => store.get([user, key]));

/** All of a user, by key. @param {Kind} kind @param {string} user @returns {Promise<any[]>} */
export const all = (kind, user) => within(kind, "readonly", (store) => store.getAll(of(user)));

/** @param {Kind} kind @param {string} user @param {string} key */
export const remove = (kind, user, key) => within(kind, "readwrite", (store) => store.delete([user, key]));

/** Everything of a kind that is a user's. @param {Kind} kind @param {string} user */
export const removeAll = (kind, user) => within(kind, "readwrite", (store) => store.delete(of(user)));

/** Everything that is not this user's. @param {Kind} kind @param {string} user */
export async function removeOthers(kind, user) {
  await within(kind, "readwrite", (store) => store.delete(IDBKeyRange.upperBound([user], true)));
  await within(kind, "readwrite", (store) => store.delete(IDBKeyRange.lowerBound([user, []], true)));
}

/** The newest ones stay (by their `at`). @param {Kind} kind @param {string} user @param {number} most */
export async function keepNewest(kind, user, most) {
  const records = await all(kind, user);
  const old = records.sort((a, b) => b.at - a.at).slice(most);
  for (const { key } of old) await remove(kind, user, key);
}

/** @param {string} user */
const of = (user) => IDBKeyRange.bound([user], [user, []]);

/**
 * @template T @param {Kind} kind @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
async function within(kind, mode, act) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(kind, mode);
    const request = act(transaction.objectStore(kind));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
  });
}

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => KINDS.forEach((kind) => request.result.createObjectStore(kind, { keyPath: ["user", "key"] }));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => (database.close(), (opening = null));
      database.onclose = () => (opening = null);
      resolve(database);
    };
  });
  opening.catch(() => (opening = null));
  return opening;
}
