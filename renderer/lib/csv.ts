import { cleanText } from './hostile-text.ts';

/** What a spreadsheet takes for the beginning of a formula, in half and full width. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const LONGEST_NAME = 256;

/**
 * Text that anybody may have written (names on chain, labels), fit for a cell: cleaned as on screen, and with a leading
 * apostrophe where a spreadsheet would compute it.
 */
export function inertText(raw: string): string {
  const { text } = cleanText(raw, LONGEST_NAME);
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A field of RFC 4180; semicolons are quoted too, because some spreadsheets part at them. */
function field(value: string): string {
  return /[",;\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Rows as CSV of RFC 4180: commas, CRLF after every record. Every row has as many fields as the first. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
