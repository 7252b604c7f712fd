/** Longest the thread is held in one go, milliseconds: less than a frame of the window waiting for an answer. */
const SLICE_MS = 8;

/** Returns a function to await inside a long loop: it gives the thread back whenever a slice is used up. */
export function pacer(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    since = performance.now();
  };
}
