import { cleanText } from '../../../lib/hostile-text.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { CompareAddresses } from './CompareAddresses.tsx';
import { knownName, type RecipientFinding } from './recipient-checks.ts';

const nameOf = (name: string | undefined, otherwise: string): string => {
  const clean = name === undefined ? '' : cleanText(name).text;
  return clean === '' ? otherwise : clean;
};

export interface RecipientFindingsProps {
  readonly address: string;
  readonly findings: readonly RecipientFinding[];
}

/** What is known about the recipient, before anything is quoted. */
export function RecipientFindings({ address, findings }: RecipientFindingsProps) {
  return findings.map((finding) => <Finding key={finding.kind} address={address} finding={finding} />);
}

function Finding({ address, finding }: { address: string; finding: RecipientFinding }) {
  switch (finding.kind) {
    case 'own_account':
      return <Banner tone="info" title={`This is your own account: ${nameOf(finding.name, 'unnamed')}.`} />;
    case 'validator':
      return (
        <Banner
          tone="attention"
          announce="status"
          title={`This is the hotkey of ${nameOf(finding.name, 'a validator')}.`}
        >
          Sending TAO to a hotkey does not stake it. To delegate, use Stake.
        </Banner>
      );
    case 'first_time':
      return (
        <Banner tone="attention" announce="status" title="You have not sent to this address before.">
          Compare it with its source, group by group. A transfer cannot be called back.
        </Banner>
      );
    case 'lookalike':
      return (
        <Banner
          tone="danger"
          announce="alert"
          title={`Stop: this looks like ${knownName(finding.known)}, but is a different address.`}
        >
          <p className="mb-3">
            Both begin and end alike, which is how copied addresses are swapped. Get the address again from its owner.
          </p>
          <CompareAddresses entered={address} known={finding.known.address} />
        </Banner>
      );
  }
}
