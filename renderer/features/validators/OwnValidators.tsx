import { KeyRound } from 'lucide-react';
import type { OwnHotkey } from '../../../shared/contract/index.ts';
import type { Take } from '../../../shared/units/index.ts';
import type { ReadingState } from '../../api/own-staking.ts';
import { sentenceFor } from '../../copy/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { OwnValidator } from './OwnValidator.tsx';
import { ValidatorsSkeleton } from './ValidatorsSkeleton.tsx';

export interface OwnHotkeyList {
  readonly takeMin: Take;
  readonly takeMax: Take;
  readonly hotkeys: readonly OwnHotkey[];
}

export interface OwnValidatorsProps {
  readonly reading: ReadingState<OwnHotkeyList>;
  /** Of the account chosen in the top bar; all accounts without it. */
  readonly coldkey: string | undefined;
  /** False where the runtime cannot change a take. */
  readonly canChangeTake: boolean;
  readonly onTake: (hotkey: OwnHotkey) => void;
}

/** Hotkeys that the accounts own: their take, and whom they lend stake to. */
export function OwnValidators({ reading, coldkey, canChangeTake, onTake }: OwnValidatorsProps) {
  if (reading.is !== 'read') {
    return (
      <Card title="My validators" flush>
        {reading.is === 'reading' ? (
          <ValidatorsSkeleton />
        ) : (
          <ErrorState {...sentenceFor(reading.error)} action={<Button onClick={reading.retry}>Try again</Button>} />
        )}
      </Card>
    );
  }
  const { hotkeys, takeMin, takeMax } = reading.value;
  const shown = coldkey === undefined ? hotkeys : hotkeys.filter((own) => own.coldkey === coldkey);
  if (shown.length === 0) {
    return (
      <Card title="My validators">
        <EmptyState icon={KeyRound} title={coldkey === undefined ? 'No hotkey of yours' : 'No hotkey of this account'}>
          A hotkey acts for a validator or miner; the account that registered it owns it. Hotkeys are made and
          registered with other tools. Those your accounts own will stand here with their take, children and parents.
        </EmptyState>
      </Card>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {shown.map((own) => (
        <OwnValidator
          key={own.hotkey}
          own={own}
          takeMin={takeMin}
          takeMax={takeMax}
          canChangeTake={canChangeTake}
          onTake={() => onTake(own)}
        />
      ))}
    </div>
  );
}
