import { Droplets } from 'lucide-react';
import { RAO_PER_TAO, toRao } from '../../../shared/units/index.ts';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { sentenceFor } from '../../copy/index.ts';
import { useHeartbeat } from '../../stores/heartbeat.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';

/** One helping of play money, rao. */
const HELPING = toRao(100n * RAO_PER_TAO);

/** Pays 100 practice TAO to `address`. Nothing at all on any other network. */
export function GetPracticeTao({ address, look = 'primary' }: { address: string; look?: ButtonProps['look'] }) {
  const heartbeat = useHeartbeat();
  const faucet = useCall(() => api.app.faucet({ address, amount: HELPING }));
  if (heartbeat?.network !== 'practice') return null;
  const ask = async (): Promise<void> => {
    const outcome = await faucet.run();
    if (outcome.ok) showToast('success', '100 practice τ are on their way', 'They arrive with the next block.');
    else {
      const { title, detail } = sentenceFor(outcome.error);
      showToast('danger', title, detail);
    }
  };
  return (
    <Button look={look} icon={Droplets} busy={faucet.busy} onClick={() => void ask()}>
      Get 100 practice τ
    </Button>
  );
}
