import { ArrowDown, ArrowUp } from 'lucide-react';
import type { OwnHotkey } from '../../../shared/contract/index.ts';
import { formatTake } from '../../../shared/units/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { aboutBlocksText, blockText } from '../../lib/time-text.ts';
import { useHeartbeat } from '../../stores/heartbeat.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import { FamilyOnSubnet } from './FamilyOnSubnet.tsx';
import { type TakeBounds, takeChange } from './model/take-change.ts';
import { ValidatorName } from './ValidatorName.tsx';

export interface OwnValidatorProps extends TakeBounds {
  readonly own: OwnHotkey;
  readonly canChangeTake: boolean;
  readonly onTake: () => void;
}

const USUAL_BLOCK_MS = 12_000;

/** One hotkey of the person's own. */
export function OwnValidator({ own, takeMin, takeMax, canChangeTake, onTake }: OwnValidatorProps) {
  const account = useDirectory().account(own.coldkey)?.label;
  const heartbeat = useHeartbeat();
  const change = takeChange(own, { takeMin, takeMax }, heartbeat?.best?.blockNumber ?? 0);
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 gap-3">
          <Identicon address={own.hotkey} size={36} />
          <div className="min-w-0">
            <h3 className="font-semibold wrap-break-word">
              <ValidatorName name={own.name} max={48} />
            </h3>
            <AddressText address={own.hotkey} copy className="text-muted" />
            {account === undefined ? null : <p className="text-sm text-muted">owned by {account}</p>}
          </div>
        </div>
        <div className="text-right">
          {own.isDelegate ? (
            <p>
              <span className="text-sm text-muted">Take </span>
              <span className="figures text-lg font-semibold">{formatTake(own.take)}</span>
            </p>
          ) : (
            <Badge>Takes no stake from others yet</Badge>
          )}
          {canChangeTake && own.isDelegate ? (
            <div className="mt-2 flex justify-end gap-2">
              <Button size="sm" icon={ArrowDown} disabled={!change.lower} onClick={onTake}>
                Lower take
              </Button>
              <Button size="sm" icon={ArrowUp} disabled={!change.raise} onClick={onTake}>
                Raise take
              </Button>
            </div>
          ) : null}
        </div>
      </div>
      {own.isDelegate ? (
        <p className="mt-3 text-sm text-muted">
          {change.waitBlocks > 0
            ? `It may be raised again from block ${blockText(own.raisableFrom)}, in ${aboutBlocksText(change.waitBlocks, heartbeat?.blockTimeMs ?? USUAL_BLOCK_MS)}. It may be lowered at any time.`
            : `The chain allows a take from ${formatTake(takeMin)} to ${formatTake(takeMax)}. It may be lowered at any time.`}
        </p>
      ) : null}
      <div className="mt-4 border-t border-line pt-3">
        <h4 className="text-sm font-semibold">Children and parents</h4>
        {own.subnets.length === 0 ? (
          <p className="py-2 text-sm text-muted">It is registered on no subnet, and lends and borrows no stake.</p>
        ) : (
          <div>
            {own.subnets.map((subnet) => (
              <FamilyOnSubnet key={subnet.netuid} subnet={subnet} />
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}
