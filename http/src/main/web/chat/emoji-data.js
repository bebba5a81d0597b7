// @ts-check
import { language } from "../i18n/language.js";

/** @typedef {{emoji: string, name: string, words: string}} Emoji */

/* Those that people at a hackathon reach for, with what they are called: in English, in German. */
const LIST = `
👍 thumbs up +1 yes | daumen hoch ja
👎 thumbs down -1 no | daumen runter nein
❤️ red heart love | rotes herz liebe
😂 tears of joy laugh | freudentränen lachen
🎉 party tada celebrate | party konfetti feiern
👀 eyes look | augen schauen
🙏 folded hands thanks please | danke bitte gefaltete hände
🔥 fire hot | feuer heiß
🚀 rocket launch ship | rakete start
✅ check done | erledigt haken
❌ cross no wrong | kreuz nein falsch
💯 hundred | hundert volle punktzahl
😀 grinning happy | grinsen fröhlich
😃 smiley | lachend
😄 smile | lächeln augen
😁 beaming grin | strahlend
😅 sweat smile phew | schweiß puh
🤣 rolling on the floor rofl | am boden lachend
😊 blush | errötet zufrieden
🙂 slight smile | leichtes lächeln
🙃 upside down | kopfüber
😉 wink | zwinkern
😍 heart eyes | herzaugen verliebt
😘 kiss | kuss
😎 sunglasses cool | sonnenbrille cool
🤓 nerd | nerd streber
🤩 star struck wow | sternaugen wow
🥳 party face | partygesicht
🤔 thinking | nachdenken
🤨 raised eyebrow | augenbraue skeptisch
😐 neutral | neutral
😴 sleeping tired | schlafen müde
😮 open mouth oh | offener mund oh
😱 scream | schrei
😢 cry sad | weinen traurig
😭 sob | heulen
😤 huff | schnauben
😡 angry | wütend
🤯 mind blown | kopf explodiert
😬 grimace | grimasse
🥺 pleading | flehend
😇 halo angel | heiligenschein engel
🤗 hug | umarmung
🤫 shush quiet | psst leise
🤐 zipper mouth | mund zu
🥱 yawn | gähnen
🤖 robot bot | roboter
👻 ghost | geist
💀 skull dead | totenkopf
👾 alien game | alien spiel
💩 poop | haufen
🙈 see no evil monkey | nichts sehen affe
🙌 raised hands hooray | hände hoch hurra
👏 clap applause | klatschen applaus
🤝 handshake deal | handschlag abgemacht
💪 muscle strong | stark muskel
✌️ victory peace | victory frieden
🤞 fingers crossed luck | daumen drücken glück
👌 ok hand | ok perfekt
👋 wave hello | winken hallo
✋ raised hand stop | hand stopp
🫡 salute | salutieren
🫶 heart hands | herz aus händen
🤷 shrug | schulterzucken
🤦 facepalm | hand vors gesicht
🙋 raising hand question | melden frage
👉 point right | rechts zeigen
👆 point up this | nach oben zeigen
🧠 brain | gehirn
👩‍💻 technologist coder woman | entwicklerin
👨‍💻 technologist coder man | entwickler
🧑‍🎨 artist designer | künstler designer
🧑‍🔬 scientist | wissenschaft forscher
🧙 wizard mage | zauberer magie
🥷 ninja | ninja
💙 blue heart | blaues herz
💚 green heart | grünes herz
💛 yellow heart | gelbes herz
💜 purple heart | lila herz
🖤 black heart | schwarzes herz
💔 broken heart | gebrochenes herz
✨ sparkles new | funkeln neu
⭐ star | stern
🌟 glowing star | leuchtender stern
⚡ zap fast lightning | blitz schnell
💥 boom | knall bumm
☀️ sun | sonne
🌈 rainbow | regenbogen
🌍 earth world | erde welt
🌱 seedling grow | keimling wachsen
☕ coffee | kaffee
🍵 tea | tee
🍺 beer | bier
🥤 soda drink | getränk
🍕 pizza | pizza
🍔 burger | burger
🍪 cookie | keks
🎂 cake birthday | kuchen geburtstag
🍎 apple | apfel
🏆 trophy win | pokal gewinnen
🥇 gold medal first | goldmedaille erster
🥈 silver medal second | silbermedaille zweiter
🥉 bronze medal third | bronzemedaille dritter
🎯 target bullseye | ziel treffer
🎨 art palette design | kunst palette
🎵 music note | musik note
🎮 game controller | spiel controller
🎁 gift | geschenk
💡 idea bulb | idee glühbirne
🐛 bug | fehler käfer
🔧 wrench fix | schraubenschlüssel reparieren
🛠️ tools build | werkzeug bauen
⚙️ gear settings | zahnrad einstellungen
🧪 test tube experiment | reagenzglas versuch
💻 laptop computer | laptop rechner
📱 phone mobile | handy telefon
🖥️ desktop screen | bildschirm
🔒 lock secure | schloss sicher
🔑 key | schlüssel
🔍 search magnifier | suche lupe
📎 paperclip attachment | büroklammer anhang
📌 pin | stecknadel anheften
📝 memo note write | notiz schreiben
📊 chart data | diagramm daten
📈 chart up growth | kurve hoch wachstum
📦 package | paket
🗑️ trash delete | papierkorb löschen
⏰ alarm clock time | wecker zeit
⏳ hourglass wait | sanduhr warten
📅 calendar date | kalender termin
📣 megaphone announce | megafon ansage
🔔 bell | glocke
💬 speech chat | sprechblase chat
❓ question | frage
❗ exclamation important | ausrufezeichen wichtig
⚠️ warning | warnung achtung
🚧 construction wip | baustelle in arbeit
🆘 sos help | hilfe sos
➕ plus add | plus dazu
🔴 red circle stop | roter kreis
🟢 green circle go | grüner kreis
🇨🇭 switzerland | schweiz
🐱 cat | katze
🐶 dog | hund
🦄 unicorn | einhorn
🐙 octopus | krake
🦆 duck rubber debug | ente debuggen
`;

/** Each with its name in the reader's language, and all words that find it. @type {Emoji[]} */
export const EMOJI = LIST.trim().split("\n").map((line) => {
  const [, emoji, english, german] = /** @type {RegExpExecArray} */ (/^(\S+) (.+) \| (.+)$/.exec(line));
  return { emoji, name: language === "de" ? german : english, words: `${english} ${german}` };
});

/** Best first: what begins with it, then what has a word that does. @param {string} query @param {number} [most] @returns {Emoji[]} */
export function findEmoji(query, most = Infinity) {
  const wanted = query.toLowerCase().replaceAll("_", " ").trim();
  const rank = (/** @type {Emoji} */ { name, words }) => (name.startsWith(wanted) ? 0 : ` ${words}`.includes(` ${wanted}`) ? 1 : words.includes(wanted) ? 2 : 3);
  const ranked = EMOJI.map((it) => ({ it, rank: rank(it) })).filter((it) => it.rank < 3);
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, most).map(({ it }) => it);
}
