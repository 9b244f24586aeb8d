import { asEmotion, type Feeling } from "./lexicon.ts";

/** What emoji and typed faces say: a line is a weight, an emotion if they show one, and signs; skin tones are ignored. */
const source = `
2.4 joy: 😀 😃 😄 😁 😆 😊 🥰 😍 🤩 😘 😗 😙 😚 😻 😸 😺 🥳 🎉 🎊 ❤ 🧡 💛 💚 💙 💜 🤎 🤍 💕 💞 💓 💗 💖 💘 💝 💟 ❣ 😇 🤗 🥹 💃 🕺 🎆 🎇 🏆 🥇 🙌 👏 🪅 😎 🤟 🫶 🥂 🍾 🎈 🎂 🎁 🏅 🎖 🌟 🌠 ✨ 💫 🌈 💐 😽 👯 🥲 💯 🤘 ☺ 💋 👑 🎀 🦄 🪩 😋 🤤 😛 😜 😝 🤪 🤭 😹 😂 🤣 🫠
1.6: 👍 👌 💪 ✌ 🤞 🤝 ✅ ✔ ☑ 🙂 😉 😌 🤙 👊 🔝 🆒 🍀 🌺 🌸 🌹 🌷 🌻 🌼 🌞 ☀ 😏 🐶 🐱 🐣 🤠 🫡 🚀 🔥 💎 🎯 🎶 🎵 🎤 🎸 🍻 🍺 🍷 🍹 🍸 🥃 🍕 🍔 🍰 🧁 🍩 🍫 🍓 😼 🌴 🏖 ⛱ 🏝 🎄 🎅 🤶 ⭐ 🌝 🦋 🕊 🫂 🤲 💆 🧘 🏡 👶 🐥 🌅 🎓 🤓 🥁 🪴 🌱 🛍
-2.6 anger: 😠 😡 🤬 👿 😤 🖕 💢 😾 👎 🗯 😑 🙄 😒 👺 👹 💣 🔪 🗡 ⛔ 🚫 🤦 💥 🪓
-2.3 sadness: 😢 😭 😞 😔 😟 🙁 ☹ 😥 😓 😿 💔 🥀 😩 😫 😪 🖤 😣 😖 😕 🫤 ⚰ 🪦 🕯 🥺 🙍 🙇 🌧
-2.2 fear: 😱 😨 😰 😧 😦 😬 🫣 🙀 👻 ☠ 💀 🫨 😵 🆘 🚨 ⚠
-2.7 disgust: 🤮 🤢 💩 🤧 🪳 🪰 🤒 🤕 😷 🐀 🪱 🦠
0.2 surprise: 😮 😯 😲 😳 🤯 ‼ ⁉ 🙊 🙈 👀
-1.3: ❌ ✖ ❎ 🤷 😐 😶 🤥 🥴 🥵 🥶 💸 📉 ☢ ☣ 😴 🥱 🤨 🧐 🤔 🩹 🩸 🚑 🙅 ⏳ ⌛ 🐌 🤡 🐍
0.5: 🙏
0: 👋 📍 📞 ☎ 📱 📦 🚚 🛒 💳 💵 💰 🧾 📅 🗓 ⏰ 🕐 🕑 🕒 🕓 🕔 🕕 🕖 🕗 🕘 🕙 🕚 🕛 📷 📸 🖼 📹 🎥 📝 ✏ 🖊 📌 📎 🔗 🔎 🔍 🏠 🏢 🏬 🏪 🏦 🏫 🏥 🏨 🚗 🚕 🚌 🚲 🛵 🏍 ✈ 🚉 🚇 ⬆ ⬇ ⬅ ➡ ↗ ↘ ↙ ↖ ▶ ◀ ⏩ ⏪ 👇 👆 👉 👈 ☝ ❓ ❔ ❄ 🌍 🌎 🌏 👕 👖 👗 👚 👞 👟 👠 👡 👢 🧥 🧦 🥖 🍞 🥐 🥯 🧀 🍗 🥩 🌮 🌯 🥗 🍣 🍜 🍝 🥘 🍲 ☕ 🍵 🧃 🥛 🐕 🐈 👧 👦 👩 👨 👵 👴 🧑 💇 💅 💄 🪒 🧴 🧼 🔧 🔨 🪛 🧰 🪜 🛋 🪑 🛏 🚪 💡 🔌 🔋 💻 🖥 🖨 ⌨ 🖱 📺 📻 🎮
`;

/** The feeling of each known sign, by its code points without skin tones and variation selectors. */
export const emojiFeelings: ReadonlyMap<string, Feeling> = readSigns();

const faces: readonly (readonly [pattern: RegExp, feeling: Feeling])[] = [
  [/(?:^|\s)(?:[:;=8]-?[)D\]pP*]|<3|x[dD]+|\^_?\^|c:)(?=$|[\s.,!?)])/g, { weight: 1.9, emotion: "joy" }],
  [/(?:^|\s)(?:[:=]'?-?[([]|:'-?\(|;_;|T_T|:c|<\/3)(?=$|[\s.,!?)])/g, { weight: -2, emotion: "sadness" }],
  [/(?:^|\s)(?:>:-?\(|-_-|¬¬|:-?[/\\|@])(?=$|[\s.,!?)])/g, { weight: -1.6, emotion: "anger" }],
  [/(?:^|\s)(?::-?[oO]|o_o|O_O|:0)(?=$|[\s.,!?)])/g, { weight: 0, emotion: "surprise" }],
];
const facePart = /[:;=8<^_¬][-'_)(\]DpPoO3@/\\|<*[c]|[xX][dD]/;
const pictograph = /[\p{Extended_Pictographic}]/u;

/** The feelings of the emoji and typed faces of a text; a sign repeated in it counts three times at most. */
export function feelingsOfSigns(original: string): Feeling[] {
  const found: Feeling[] = [];
  if (pictograph.test(original)) {
    const times = new Map<string, number>();
    for (let at = 0; at < original.length; at++) {
      // Pairs are looked up at their first half; no letter is an emoji.
      const code = original.codePointAt(at) ?? 0;
      if (code < 128) continue;
      const character = String.fromCodePoint(code);
      if (code > 0xffff) at++;
      const feeling = emojiFeelings.get(character);
      if (feeling === undefined) continue;
      const before = times.get(character) ?? 0;
      times.set(character, before + 1);
      if (before < 3) found.push(before === 0 ? feeling : { ...feeling, weight: feeling.weight * 0.3 });
    }
  }
  if (facePart.test(original))
    for (const [pattern, feeling] of faces) if (original.search(pattern) >= 0) found.push(feeling);
  return found;
}

function readSigns(): Map<string, Feeling> {
  const signs = new Map<string, Feeling>();
  for (const line of source.trim().split("\n")) {
    const [head = "", list = ""] = line.split(": ");
    const [weight, emotion] = head.split(" ");
    for (const sign of list.split(" ")) {
      const [first] = sign.replace(/[\ufe0f\u200d]/g, "");
      if (first !== undefined && !signs.has(first))
        signs.set(first, { weight: Number(weight), emotion: asEmotion(emotion) });
    }
  }
  return signs;
}
