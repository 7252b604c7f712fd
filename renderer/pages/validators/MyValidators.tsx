import { useActiveAccount } from '../../api/accounts.ts';
import { useCapabilities } from '../../api/capabilities.ts';
import { useAutoStake, useOwnHotkeys } from '../../api/own-staking.ts';
import { openTransaction } from '../../features/transaction/index.ts';
import { AutoStakeCard, OwnValidators } from '../../features/validators/index.ts';
import { AsOfBlock } from './AsOfBlock.tsx';

/** The person's own hotkeys, and where their mining rewards go. */
export function MyValidators() {
  const own = useOwnHotkeys();
  const autoStake = useAutoStake();
  const can = useCapabilities();
  const coldkey = useActiveAccount()?.address;
  return (
    <div className="flex flex-col gap-6">
      {own.is !== 'read' ? null : (
        <p className="-mb-2 text-sm text-muted">
          Hotkeys that your accounts own <AsOfBlock blockNumber={own.value.block.blockNumber} />
        </p>
      )}
      <OwnValidators
        reading={own}
        coldkey={coldkey}
        canChangeTake={can?.['takeChanges'] ?? false}
        onTake={({ coldkey: from, hotkey, take }) => openTransaction('take', { from, hotkey, take })}
      />
      <AutoStakeCard
        reading={autoStake}
        coldkey={coldkey}
        can={can?.['autoStake'] ?? true}
        onChange={(destination) =>
          openTransaction(
            'autoStake',
            destination === undefined
              ? { from: coldkey }
              : { from: destination.coldkey, hotkey: destination.hotkey, netuid: destination.netuid },
          )
        }
      />
    </div>
  );
}
