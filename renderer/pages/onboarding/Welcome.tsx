import { Eye, HardDrive, ShieldCheck } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Mark } from '../../ui/Mark.tsx';

const PROMISES = [
  {
    icon: HardDrive,
    title: 'Your keys stay here',
    detail: 'They are locked in one file on this computer, behind your password.',
  },
  {
    icon: Eye,
    title: 'You see what you sign',
    detail: 'Before every approval: what leaves, what arrives, and the fee, read from the very bytes to be signed.',
  },
  {
    icon: ShieldCheck,
    title: 'Nobody is told',
    detail: 'Soma talks to the network endpoints you choose, and to nobody else.',
  },
] as const;

/** The first screen anybody sees. */
export function Welcome({ onStart }: { onStart: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col justify-center px-6 py-12">
      <Mark size={56} />
      <h1 className="mt-6 text-3xl font-semibold tracking-tight">Soma</h1>
      <p className="mt-2 text-lg text-muted">A wallet for Bittensor: hold TAO, send it, stake it, take it back.</p>
      <ul className="mt-10 flex flex-col gap-5 border-t border-line pt-8">
        {PROMISES.map((promise) => (
          <li key={promise.title} className="flex gap-4">
            <Icon icon={promise.icon} size={20} className="mt-0.5 shrink-0 text-accent" />
            <div>
              <p className="font-semibold">{promise.title}</p>
              <p className="text-muted">{promise.detail}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className="mt-10">
        <Button look="primary" onClick={onStart}>
          Get started
        </Button>
      </div>
    </main>
  );
}
