/** Everything that draws nothing, moves others or is no character at all; the space stays. */
const CONTROLS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const BLANKS =
  /\u034f|[\u115f\u1160\u2800\u3164\uffa0]|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

const spellOut = (char: string): string => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;

/** The exact value with every unseen character spelt out as `\u{200b}`: for what is being signed, where nothing may be dropped. */
export function visibleText(value: string): string {
  return value.replace(CONTROLS, spellOut).replace(BLANKS, spellOut);
}
