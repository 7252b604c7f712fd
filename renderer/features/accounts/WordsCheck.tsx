import { type SubmitEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface WordAnswer {
  /** From zero. */
  readonly position: number;
  readonly word: string;
}

export interface WordsCheckProps {
  readonly words: readonly string[];
  /** Positions asked for, from zero. */
  readonly ask: readonly number[];
  readonly onBack: () => void;
  readonly onPassed: (answers: readonly WordAnswer[]) => void;
}

/** A few of the words again, from the paper: proof that there is one. Main checks them once more. */
export function WordsCheck({ words, ask, onBack, onPassed }: WordsCheckProps) {
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [shown, setShown] = useState(false);
  const order = [...ask].sort((a, b) => a - b);
  const answers = order.map((position) => ({ position, word: (typed[position] ?? '').trim().toLowerCase() }));
  const isRight = (answer: WordAnswer): boolean => answer.word === words[answer.position];

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setShown(true);
    if (answers.every(isRight)) onPassed(answers);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        {answers.map((answer) => (
          <TextField
            key={answer.position}
            label={`Word ${answer.position + 1}`}
            mono
            maxLength={32}
            value={typed[answer.position] ?? ''}
            error={
              shown && !isRight(answer) ? `This is not word ${answer.position + 1}. Look at your paper.` : undefined
            }
            onChange={(event) => {
              setShown(false);
              setTyped({ ...typed, [answer.position]: event.currentTarget.value });
            }}
          />
        ))}
      </div>
      <div className="flex justify-between gap-3">
        <Button look="quiet" className="-ml-4" onClick={onBack}>
          Show the words again
        </Button>
        <Button look="primary" type="submit">
          Check the words
        </Button>
      </div>
    </form>
  );
}
