import type { Locator } from '@playwright/test';

export interface NamedRow {
  readonly hotkey: string;
  /** All text of the cell that names the row. */
  readonly name: string;
}

/** Every row of a table that draws only those in sight: reads what is there, scrolls on, until its end. */
export async function readWholeTable(table: Locator): Promise<NamedRow[]> {
  return await table.evaluate(async (element) => {
    const frame = element.parentElement;
    const found = new Map<string, NamedRow>();
    for (let top = 0; frame !== null; top += frame.clientHeight / 2) {
      frame.scrollTop = top;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
      for (const row of element.querySelectorAll('tbody tr[data-key]')) {
        const hotkey = row.querySelector('[data-address]')?.getAttribute('data-address') ?? '';
        found.set(hotkey, { hotkey, name: row.querySelector('th')?.textContent ?? '' });
      }
      if (top + frame.clientHeight >= frame.scrollHeight) break;
    }
    return [...found.values()];
  });
}
