import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { TransactionPanel } from '../features/transaction/TransactionPanel.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { usePaletteKey } from './use-palette-key.ts';

/** Rail, top bar, content, side panel, palette: what stays while pages change. */
export function Frame() {
  const [paletteOpen, setPaletteOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  usePaletteKey(() => setPaletteOpen(true));
  useFocusOnPageChange(main);
  return (
    <div className="min-h-dvh pl-(--rail) min-[1500px]:has-[[data-side-panel]]:pr-(--panel)">
      <button
        type="button"
        onClick={() => main.current?.focus()}
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent-fill px-4 py-2 text-on-accent focus:translate-y-0"
      >
        Skip to content
      </button>
      <Rail onPalette={() => setPaletteOpen(true)} />
      <TopBar />
      <main
        ref={main}
        tabIndex={-1}
        className="mx-auto w-full max-w-(--content) px-8 pt-7 pb-16 outline-none max-[1100px]:px-6"
      >
        <ConnectionBanner />
        <Outlet />
      </main>
      <TransactionPanel />
      <Palette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
    </div>
  );
}

/** After a page change the focus stands at its beginning, as after a real page load. */
function useFocusOnPageChange(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [main, pathname]);
}
