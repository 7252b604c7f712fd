import { Fragment } from 'react';
import { addressGroups, shortAddress } from '../lib/address-text.ts';
import { cx } from '../lib/cx.ts';
import { CopyButton } from './CopyButton.tsx';

export interface AddressTextProps {
  readonly address: string;
  /** All of it, in groups of four: wherever it is being approved. */
  readonly full?: boolean;
  readonly copy?: boolean;
  readonly className?: string;
}

/** An address. Short in lists, whole where it matters; the clipboard always gets exactly the address. */
export function AddressText({ address, full, copy, className }: AddressTextProps) {
  return (
    <span className={cx('inline-flex max-w-full items-center gap-1', className)}>
      {full === true ? (
        <span className="font-mono text-sm leading-6" data-address={address}>
          {addressGroups(address).map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move
            <Fragment key={index}>
              <span className={index % 2 === 0 ? 'text-ink' : 'text-muted'}>{group}</span>{' '}
            </Fragment>
          ))}
        </span>
      ) : (
        <span className="font-mono text-xs whitespace-nowrap" title={address} data-address={address}>
          {shortAddress(address)}
        </span>
      )}
      {copy === true ? <CopyButton text={address} what="address" /> : null}
    </span>
  );
}
