import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { patiently } from '../lib/patiently.ts';
import { Frame } from './Frame.tsx';
import { NotFound } from './NotFound.tsx';
import { RouteError } from './RouteError.tsx';
import { Starting } from './Starting.tsx';

/**
 * A chunk that cannot be fetched is asked for again: the router keeps the first failure of a route for ever. At last it
 * would reload the page, which ends the session; under another name it is an error of that route alone.
 */
async function loaded<Module>(fetchChunk: () => Promise<Module>): Promise<Module> {
  try {
    return await patiently(fetchChunk);
  } catch (cause) {
    throw new Error('this part of the window could not be loaded', { cause });
  }
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: RouteError });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Navigate to="/portfolio" replace />,
});
const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  component: lazyRouteComponent(() => loaded(() => import('../pages/portfolio/PortfolioPage.tsx')), 'PortfolioPage'),
});
const send = createRoute({
  getParentRoute: () => root,
  path: '/send',
  component: lazyRouteComponent(() => loaded(() => import('../pages/send/SendPage.tsx')), 'SendPage'),
});
const receive = createRoute({
  getParentRoute: () => root,
  path: '/receive',
  component: lazyRouteComponent(() => loaded(() => import('../pages/receive/ReceivePage.tsx')), 'ReceivePage'),
});
const stake = createRoute({
  getParentRoute: () => root,
  path: '/stake',
  component: lazyRouteComponent(() => loaded(() => import('../pages/stake/StakePage.tsx')), 'StakePage'),
});
const unstake = createRoute({
  getParentRoute: () => root,
  path: '/unstake/$coldkey/$hotkey/$netuid',
  component: lazyRouteComponent(() => loaded(() => import('../pages/stake/UnstakePage.tsx')), 'UnstakePage'),
});
const validators = createRoute({
  getParentRoute: () => root,
  path: '/validators',
  component: lazyRouteComponent(() => loaded(() => import('../pages/validators/ValidatorsPage.tsx')), 'ValidatorsPage'),
});
const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  component: lazyRouteComponent(() => loaded(() => import('../pages/activity/ActivityPage.tsx')), 'ActivityPage'),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: lazyRouteComponent(() => loaded(() => import('../pages/accounts/AccountsPage.tsx')), 'AccountsPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => loaded(() => import('../pages/settings/SettingsPage.tsx')), 'SettingsPage'),
});

const tree = root.addChildren([
  home,
  portfolio,
  send,
  receive,
  stake,
  unstake,
  validators,
  activity,
  accounts,
  settings,
]);

/**
 * Routes live behind the `#`: the same under app:// and http://127.0.0.1, and no request ever carries them.
 * Create it only after the session has taken its nonce out of the address.
 */
export function createAppRouter() {
  return createRouter({
    routeTree: tree,
    history: createHashHistory(),
    defaultErrorComponent: RouteError,
    defaultPendingComponent: Starting,
    defaultPreload: 'intent',
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
