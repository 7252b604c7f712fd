/** Keys that would reload the page: the session lives in its memory and would be gone. */
function isReload(event: KeyboardEvent): boolean {
  return event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r');
}

/** Keeps a slip of the hand from unloading the page: reload keys, and files dropped beside a field. */
export function guardPage(page: Window): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (isReload(event)) event.preventDefault();
    },
    { capture: true },
  );
  for (const name of ['dragover', 'drop'] as const) page.addEventListener(name, (event) => event.preventDefault());
}
