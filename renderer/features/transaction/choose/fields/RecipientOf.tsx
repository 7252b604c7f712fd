import type { FormProblems } from '../../model/read/problems.ts';
import { RecipientField } from '../../recipient/RecipientField.tsx';
import type { RecipientFinding } from '../../recipient/recipient-checks.ts';
import { readRecipient } from '../../recipient/recipient-text.ts';
import { useNetworkId } from '../../use-network-id.ts';

export interface RecipientOfProps {
  /** As typed or pasted. */
  readonly value: string;
  readonly problems: FormProblems;
  readonly findings: readonly RecipientFinding[];
  readonly onChange: (text: string) => void;
}

/** The recipient of a form, checked the same way whatever is sent. */
export function RecipientOf({ value, problems, findings, onChange }: RecipientOfProps) {
  const recipient = readRecipient(value, useNetworkId());
  const problem = problems.sentences.to;
  return (
    <RecipientField
      value={value}
      address={recipient.ok ? recipient.address : undefined}
      findings={problem === undefined ? findings : []}
      problem={problem}
      missing={problems.missing.includes('to')}
      onChange={onChange}
    />
  );
}
