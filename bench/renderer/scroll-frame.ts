import type { Locator } from '@playwright/test';

/** What one scroll from the top of a frame to its bottom took. */
export interface Scroll {
  readonly framesPerSecond: number;
  /** Tasks of 50 ms or more, which the browser calls long. */
  readonly longTasks: number;
  /** ms; 0 when no task was long. */
  readonly longest: number;
}

/** How long one scroll takes, ms, and how far one notch of a wheel goes, px. */
const WISH = { durationMs: 4000, notch: 100 };

/**
 * Scrolls a frame from its top to its bottom in notches of a wheel, each where the clock wants it, so that a frame that
 * comes late jumps further as under a real wheel. Driven inside the page: the process of the bench may be busy.
 */
export function scrollThrough(frame: Locator): Promise<Scroll> {
  return frame.evaluate(async (element, { durationMs, notch }) => {
    const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    const tasks: number[] = [];
    const collect = (entries: readonly PerformanceEntry[]): void => {
      for (const { duration } of entries) tasks.push(duration);
    };
    element.scrollTop = 0;
    await nextFrame();
    await new Promise((done) => setTimeout(done, 500));
    const observer = new PerformanceObserver((list) => collect(list.getEntries()));
    observer.observe({ type: 'longtask' });
    const start = await nextFrame();
    let now = start;
    let frames = 0;
    while (now - start < durationMs) {
      const way = ((element.scrollHeight - element.clientHeight) * (now - start)) / durationMs;
      element.scrollTop = Math.floor(way / notch) * notch;
      now = await nextFrame();
      frames += 1;
    }
    element.scrollTop = element.scrollHeight;
    await nextFrame();
    await new Promise((done) => setTimeout(done, 100)); // the last task is told after it has ended
    collect(observer.takeRecords());
    observer.disconnect();
    return {
      framesPerSecond: (frames * 1000) / (now - start),
      longTasks: tasks.length,
      longest: Math.max(0, ...tasks),
    };
  }, WISH);
}
