// @ts-check
/* Colours for code, loaded when code of a known language is first shown. Prism says what the parts are; the page is made of them here, as text in elements. */

/** What is served (`Libraries.java`), each with what has to be there before. @type {Record<string, string[]>} */
const NEEDS = {
  markup: [], css: [], clike: [], javascript: ["clike"], typescript: ["javascript"], java: ["clike"], kotlin: ["clike"], csharp: ["clike"],
  c: ["clike"], cpp: ["c"], go: ["clike"], rust: [], python: [], ruby: ["clike"], bash: [], sql: [], json: [], yaml: [], diff: [], docker: [],
};

/** @type {Record<string, string>} */
const ALSO = {
  html: "markup", xml: "markup", svg: "markup", js: "javascript", jsx: "javascript", mjs: "javascript", ts: "typescript", tsx: "typescript",
  kt: "kotlin", cs: "csharp", "c#": "csharp", "c++": "cpp", golang: "go", rs: "rust", py: "python", rb: "ruby",
  sh: "bash", shell: "bash", zsh: "bash", console: "bash", yml: "yaml", patch: "diff", dockerfile: "docker",
};

/** Code longer than this is shown as it is: colouring must never hold up the page. */
const LONGEST = 6000;

/** @type {Map<string, Promise<void>>} */
const loading = new Map();
/** @type {Set<string>} */
const loaded = new Set();

/** The language that somebody's word for it means. @param {string} word @returns {string | null} */
export function languageOf(word) {
  const name = word.toLowerCase();
  const known = ALSO[name] ?? name;
  return Object.hasOwn(NEEDS, known) ? known : null;
}

/** Colours an element's text: at once, where the language is there. @param {HTMLElement} element @param {string} language a known one */
export function colour(element, language) {
  const code = element.textContent ?? "";
  if (code.length > LONGEST) return;
  const paint = () => {
    const { Prism } = /** @type {any} */ (globalThis);
    element.replaceChildren(...nodesOf(Prism.tokenize(code, Prism.languages[language])));
  };
  if (loaded.has(language)) return paint();
  // Where it cannot be loaded the code stays as it is, and the next one tries again.
  load(language).then(paint, () => {});
}

/** @param {string} language @returns {Promise<void>} */
function load(language) {
  const started = loading.get(language) ?? fetchLanguage(language);
  loading.set(language, started);
  started.then(() => loaded.add(language), () => loading.delete(language));
  return started;
}

/** @param {string} language */
async function fetchLanguage(language) {
  /** @type {any} */ (globalThis).Prism ??= { manual: true };
  await part("core");
  for (const needed of NEEDS[language]) await load(needed);
  await part(language);
}

/** What a part gives lies in `Prism`. @param {string} name */
const part = (name) => import(`prismjs/${name}`);

/** @param {any[]} tokens @returns {Node[]} */
function nodesOf(tokens) {
  return tokens.map((token) => {
    if (typeof token === "string") return document.createTextNode(token);
    const span = document.createElement("span");
    span.className = `code__${token.type}`;
    span.append(...nodesOf([token.content].flat()));
    return span;
  });
}
