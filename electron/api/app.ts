import { AppError } from '../../shared/errors/index.ts';
import { checkLink } from '../shell/link-allow-list.ts';
import { os } from './implementer.ts';
import type { AppService } from './services.ts';
import { streamLatest } from './stream.ts';

export function implementApp(app: AppService) {
  return os.app.router({
    info: os.app.info.handler(() => app.info()),
    heartbeat: os.app.heartbeat.handler(({ context, signal }) =>
      streamLatest(app.watchHeartbeat, context.streams, signal),
    ),
    capabilities: os.app.capabilities.handler(() => app.capabilities()),
    touch: os.app.touch.handler(() => app.touch()),
    openLink: os.app.openLink.handler(async ({ input }) => {
      const url = checkLink(input.url);
      if (url === undefined) throw new AppError('api.bad_input');
      await app.openLink(url);
    }),
    faucet: os.app.faucet.handler(({ input }) => app.faucet(input.address, input.amount)),
  });
}
