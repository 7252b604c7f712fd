import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { type ExportFacts, portfolioCsv } from '../../lib/portfolio-export.ts';
import { portfolioJson } from '../../lib/portfolio-json.ts';
import { saveFile } from '../../lib/save-file.ts';
import { blockText } from '../../lib/time-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';

export interface ExportPortfolioProps {
  /** The figures on screen; the time is that of the pressing of the button. */
  readonly facts: Omit<ExportFacts, 'exportedAtMs'>;
  /** The account's label, or that it is all of them. */
  readonly whose: string;
  readonly onClose: () => void;
}

type Format = 'csv' | 'json';
const FORMATS = [
  {
    value: 'csv',
    label: 'CSV, for spreadsheets',
    hint: 'One record a line; amounts as exact decimals with their unit in the column beside.',
  },
  {
    value: 'json',
    label: 'JSON, for programs',
    hint: 'Amounts in base units as text, each with the name of its unit.',
  },
] as const;

/** The figures as a file. It holds them even while balances are hidden, and says so first. */
export function ExportPortfolio({ facts, whose, onClose }: ExportPortfolioProps) {
  const [format, setFormat] = useState<Format>('csv');
  const save = (): void => {
    const complete: ExportFacts = { ...facts, exportedAtMs: Date.now() };
    const name = `soma-portfolio-${facts.network}-block-${facts.block.blockNumber}.${format}`;
    if (format === 'csv') saveFile(name, portfolioCsv(complete), 'text/csv');
    else saveFile(name, portfolioJson(complete), 'application/json');
    onClose();
  };
  return (
    <Dialog
      open
      width="md"
      onClose={onClose}
      title="Export the portfolio"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" icon={FileDown} onClick={save}>
            Save the file
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-muted">
          Balances, positions, locks and what root stake is owed, of {whose}, as of block{' '}
          {blockText(facts.block.blockNumber)}. The file always holds the real figures, also while balances are hidden,
          and it is not encrypted.
        </p>
        <RadioGroup label="Format" value={format} options={FORMATS} onChange={setFormat} look="cards" />
      </div>
    </Dialog>
  );
}
