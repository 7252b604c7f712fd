/** A field and what ends it: quoted, with doubled quotes inside, or plain. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;

/** A reader of RFC 4180 written apart from the writer. @throws Error where the text is not such a file. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let read = 0;
  for (const [whole, quoted, plain = '', end] of text.matchAll(FIELD)) {
    read += whole.length;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  if (read !== text.length) throw new Error(`not CSV at ${read}`);
  return rows.slice(0, -1);
}
