import { expect, type Locator, type Page } from '@playwright/test';

const FARTHEST = 160;
/** Stops taken without looking; the page may change meanwhile. */
const AT_ONCE = 15;
/** Stops before the target from which on each is looked at. */
const LOOK_AHEAD = 3;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement).catch(() => false);

/**
 * Goes on with Tab until `target` has the focus, which then can be seen; forwards or backwards, whichever is shorter, as a
 * person would who sees both. @throws when it never comes
 */
export async function tabTo(page: Page, target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < FARTHEST; ) {
    if (await isFocused(target)) {
      expect(await hasVisibleFocus(target), 'the focus can be seen').toBe(true);
      return;
    }
    const between = await stopsTo(target);
    const way = key ?? (between < 0 ? 'Shift+Tab' : 'Tab');
    // Some fields have stops of their own: near the end one looks at each. Before it most of the time would go into looking.
    const atOnce = key === undefined ? Math.min(AT_ONCE, Math.max(1, Math.abs(between) - LOOK_AHEAD)) : 1;
    for (let one = 0; one < atOnce; one += 1) await page.keyboard.press(way);
    presses += atOnce;
  }
  throw new Error(`${FARTHEST} stops do not reach ${String(target)}`);
}

/** Stops from the focus to the target in the order of the document, which goes round; negative when it is nearer backwards. */
function stopsTo(target: Locator): Promise<number> {
  return target.evaluate((element) => {
    const stops = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')].filter(
      (stop) => stop.getClientRects().length > 0 && !stop.matches(':disabled,[tabindex="-1"]'),
    );
    const focus = document.activeElement ?? document.body;
    const isBehind = (stop: Element): boolean =>
      (focus.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const here = stops.includes(focus) ? stops.indexOf(focus) : stops.findIndex(isBehind) - 1;
    // A group of tabs may take the focus itself and pass it on.
    const there = stops.includes(element) ? stops.indexOf(element) : stops.findIndex((stop) => stop.contains(element));
    const forwards = (there - here + stops.length) % stops.length;
    return forwards <= stops.length / 2 ? forwards : forwards - stops.length;
  });
}

/** An outline, or a border that the focus colours. */
async function hasVisibleFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
}

/** Ctrl+K, a few letters, Enter. */
export async function goByPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Search pages and commands' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
