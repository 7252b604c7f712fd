import type { Page } from '@playwright/test';

/** Controls and characters that move, hide or reorder others. The page must not hold one, wherever it came from. */
const UNFIT = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]`;
/** Elements that text may never become; the app itself has none of them in its body but its root. */
const ALIEN =
  'script, iframe, object, embed, link, style, meta, base, form[action], audio, video, img:not([src^="data:"])';

/** Unfit characters in the text of the page. */
function unfitCharacters(page: Page): Promise<string[]> {
  return page.evaluate((unfit) => {
    const found = document.body.textContent.replace(/[\n\t]/gu, '').match(new RegExp(unfit, 'gu')) ?? [];
    return [...new Set(found)].map((char) => `character ${char.codePointAt(0)?.toString(16) ?? ''}`);
  }, UNFIT);
}

/** Elements and handlers that came out of text, and links that lead anywhere but to a page of the app. */
function alienElements(page: Page): Promise<string[]> {
  return page.evaluate((alien) => {
    const elements = [...document.querySelectorAll(`#root :is(${alien})`)].map((element) => element.outerHTML);
    const handlers = [...document.querySelectorAll('#root *')]
      .flatMap((element) => [...element.attributes])
      .filter(({ name }) => name.startsWith('on'))
      .map(({ name, value }) => `${name}=${value}`);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#root a')]
      .filter(({ href }) => !href.startsWith(`${location.href.split('#')[0] ?? ''}#/`))
      .map(({ href }) => `link ${href}`);
    return [...elements, ...handlers, ...links].map((text) => text.slice(0, 160));
  }, ALIEN);
}

/** Parts that have become wider than their frame. */
export function sidewaysParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const frames = document.querySelectorAll('html, [data-side-panel], [data-side-panel] > div, dialog[open]');
    return [...frames]
      .filter((frame) => frame.scrollWidth > frame.clientWidth)
      .map((frame) => {
        const widest = [...frame.querySelectorAll('*')].find(
          (element) =>
            element.getBoundingClientRect().right > frame.getBoundingClientRect().left + frame.clientWidth + 1,
        );
        return `${frame.tagName} scrolls sideways because of ${widest?.outerHTML.slice(0, 200) ?? 'something'}`;
      });
  });
}

/** What hostile text may have done to the page: characters, elements, links, layout. Empty when nothing. */
export async function damage(page: Page): Promise<string[]> {
  return [...(await unfitCharacters(page)), ...(await alienElements(page)), ...(await sidewaysParts(page))];
}
