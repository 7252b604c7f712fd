import { useState } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { StepTitle } from './StepTitle.tsx';
import { WordsGrid } from './WordsGrid.tsx';

export interface ShowWordsProps {
  readonly words: readonly string[];
  readonly onBack: () => void;
  readonly onWritten: () => void;
}

/** The words, once, to be written down. */
export function ShowWords({ words, onBack, onWritten }: ShowWordsProps) {
  const [written, setWritten] = useState(false);
  return (
    <div className="flex flex-col gap-6">
      <StepTitle title="Write these words down">
        In this order, on paper. Look that nobody is looking with you.
      </StepTitle>
      <WordsGrid words={words} />
      <Banner tone="attention" title="Never type them into a website, a chat or a photo">
        Nobody from Bittensor or Soma will ever ask for them. A screenshot is a copy you will forget about.
      </Banner>
      <Checkbox label="I wrote all the words down, in order" checked={written} onChange={setWritten} />
      <div className="flex justify-between gap-3">
        <Button look="quiet" className="-ml-4" onClick={onBack}>
          Back
        </Button>
        <Button look="primary" disabled={!written} onClick={onWritten}>
          Continue
        </Button>
      </div>
    </div>
  );
}
