import { RPCHandler } from '@orpc/server/websocket';
import { AppError } from '../../shared/errors/index.ts';
import type { Logger } from '../log/index.ts';
import { implementAccounts } from './accounts.ts';
import { implementApp } from './app.ts';
import { type Pipe, serveWindow } from './connection.ts';
import { translateError } from './errors.ts';
import { guardStream } from './guard-stream.ts';
import { CALL_CLASSES, type CallerContext, os } from './implementer.ts';
import { implementPortfolio } from './portfolio.ts';
import type { Services } from './services.ts';
import { implementSettings } from './settings.ts';
import { implementStaking } from './staking.ts';
import { implementTransactions } from './transactions.ts';

export type { Pipe } from './connection.ts';
export type { Services } from './services.ts';

/** The one API of both hosts: the contract over the services. */
export interface Api {
  /** Serves the window behind `pipe`. The host has checked who that is. */
  serve(pipe: Pipe): void;
}

export function createApi(services: Services, log: Logger): Api {
  const router = os.router({
    app: implementApp(services.app),
    accounts: implementAccounts(services.keys),
    portfolio: implementPortfolio(services.portfolio),
    staking: implementStaking(services.staking),
    transactions: implementTransactions(services.transactions),
    settings: implementSettings(services.settings),
  });
  const handler = new RPCHandler<CallerContext>(router, {
    // what is wrong before a procedure is reached: a body that contradicts itself
    interceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          throw translateError(error, call.request.url.pathname, log);
        }
      },
    ],
    clientInterceptors: [
      async (call) => {
        const { path, context } = call;
        const procedure = path.join('.');
        try {
          if (!context.isCurrent()) throw new AppError('api.unauthorized');
          const output: unknown = await context.limiter.run(CALL_CLASSES.get(procedure) ?? 'plain', async () =>
            call.next(),
          );
          return guardStream(output, (error) => translateError(error, procedure, log));
        } catch (error) {
          throw translateError(error, procedure, log);
        }
      },
    ],
  });
  return { serve: (pipe) => serveWindow(handler, pipe, log) };
}
