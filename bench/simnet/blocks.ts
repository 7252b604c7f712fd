import { ApiPromise } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import { startSimnet } from '../../simnet/index.ts';
import type { Row } from '../lib/row.ts';
import { median } from '../lib/stats.ts';
import { openWs } from '../lib/ws.ts';

const BLOCKS = 10;
const EXTRINSICS = 100;

/** How fast the practice network makes full blocks; signatures are checked before, when the pool takes them. */
export async function measureSimnetBlocks(): Promise<Row[]> {
  const network = await startSimnet({ scenario: 'demo', seed: 7, manual: true });
  const api = await ApiPromise.create({ provider: openWs(network.url), noInitWarn: true });
  try {
    const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
    const [alice, bob] = [keyring.addFromUri('//Alice'), keyring.addFromUri('//Bob')];
    const transfer = api.tx['balances']?.['transferKeepAlive'];
    if (transfer === undefined) throw new Error('the practice network has no transfer');
    const submitTimes: number[] = [];
    const mineTimes: number[] = [];
    for (let block = 0; block < BLOCKS; block += 1) {
      const signed = await Promise.all(
        Array.from({ length: EXTRINSICS }, (_, at) =>
          transfer(bob.address, 1_000_000 + at).signAsync(alice, { nonce: block * EXTRINSICS + at, era: 0 }),
        ),
      );
      const submitted = performance.now();
      for (const extrinsic of signed) await api.rpc.author.submitExtrinsic(extrinsic);
      const mined = performance.now();
      const { number } = network.control.mine(1);
      submitTimes.push(mined - submitted);
      mineTimes.push(performance.now() - mined);
      const included = (await api.rpc.chain.getBlock(await api.rpc.chain.getBlockHash(number))).block.extrinsics;
      if (included.length <= EXTRINSICS) throw new Error(`only ${included.length} extrinsics were included`);
    }
    return [
      { name: `simnet: blocks of ${EXTRINSICS} transfers`, value: 1000 / median(mineTimes), unit: 'blocks/s' },
      { name: `simnet: ${EXTRINSICS} transfers into the pool, one by one`, value: median(submitTimes), unit: 'ms' },
    ];
  } finally {
    await api.disconnect();
    await network.stop();
  }
}
