import type { Locator } from '@playwright/test';

/** What one scroll from the top of a frame to its bottom took. */
export interface Scroll {
  readonly frames: number;
  readonly framesPerSecond: number;
  /** Tasks of 50 ms or more, which the browser calls long. */
  readonly longTasks: number;
  /** ms; 0 when no task was long. */
  readonly longest: number;
}

/** How long one scroll takes at 60 frames a second, and how far one notch of a wheel goes, px. */
const WISH = { durationMs: 4000, frames: 240, notch: 100 };

/** Marks in the page's timeline around a scroll. */
export const MARKS = { from: 'soma-scroll-from', to: 'soma-scroll-to' };

/**
 * Scrolls a frame, brought into sight, from its top to its bottom in notches of a wheel, driven inside the page: the process of the bench may be
 * busy. `clock` puts each notch where the clock wants it, so that a frame that comes late jumps further as under a real
 * wheel; `frame` moves on by the same way in every frame, so that each run does the same work however long it takes.
 */
export function scrollThrough(frame: Locator, by: 'clock' | 'frame'): Promise<Scroll> {
  return frame.evaluate(
    async (element, wish) => {
      const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      const tasks: number[] = [];
      const collect = (entries: readonly PerformanceEntry[]): void => {
        for (const { duration } of entries) tasks.push(duration);
      };
      element.scrollIntoView({ block: 'center' });
      element.scrollTop = 0;
      await nextFrame();
      await new Promise((done) => setTimeout(done, 500));
      const observer = new PerformanceObserver((list) => collect(list.getEntries()));
      observer.observe({ type: 'longtask' });
      const start = await nextFrame();
      performance.mark(wish.from);
      let now = start;
      let frames = 0;
      const share = (): number => (wish.by === 'clock' ? (now - start) / wish.durationMs : frames / wish.frames);
      while (share() < 1) {
        const way = (element.scrollHeight - element.clientHeight) * share();
        element.scrollTop = Math.floor(way / wish.notch) * wish.notch;
        now = await nextFrame();
        frames += 1;
      }
      performance.mark(wish.to);
      element.scrollTop = element.scrollHeight;
      await nextFrame();
      await new Promise((done) => setTimeout(done, 100)); // the last task is told after it has ended
      collect(observer.takeRecords());
      observer.disconnect();
      return {
        frames,
        framesPerSecond: (frames * 1000) / (now - start),
        longTasks: tasks.length,
        longest: Math.max(0, ...tasks),
      };
    },
    { ...WISH, ...MARKS, by },
  );
}
