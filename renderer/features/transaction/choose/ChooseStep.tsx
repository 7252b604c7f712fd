import type { StakePosition } from '../../../../shared/contract/index.ts';
import { useCapabilities } from '../../../api/capabilities.ts';
import { useDirectory } from '../../../api/directory.ts';
import { missingSentence, sentenceFor } from '../../../copy/index.ts';
import { usePortfolio } from '../../../stores/portfolio.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { editForm, openTransaction } from '../actions.ts';
import { withAccount, withAmount } from '../model/edits.ts';
import type { Flow } from '../model/flow.ts';
import { missingCapability } from '../model/needs.ts';
import { claimThatSaves, remedyFor } from '../model/remedy.ts';
import { QuoteCard } from '../quote/QuoteCard.tsx';
import { AddAnother } from './AddAnother.tsx';
import { AccountField } from './fields/AccountField.tsx';
import { Fields } from './fields.tsx';
import type { Choosing } from './use-choosing.ts';
import { useDefaultAccount } from './use-default-account.ts';

const NO_POSITIONS: readonly StakePosition[] = [];
/** Forms that spend free TAO, so that what is free is worth saying. */
const SPENDS_TAO: ReadonlySet<string> = new Set(['send', 'stake', 'batch', 'basketBuy']);

export interface ChooseStepProps {
  readonly flow: Extract<Flow, { at: 'choose' | 'reviewing' }>;
  readonly choosing: Choosing;
}

/** Steps 1 and 2: the form, and under it what the chain says about it. */
export function ChooseStep({ flow, choosing }: ChooseStepProps) {
  const { form } = flow;
  const { quote, quoteCurrent, problems, findings } = choosing;
  const problem = flow.at === 'choose' ? flow.problem : undefined;
  const { accounts } = useDirectory();
  const capabilities = useCapabilities();
  const positions = usePortfolio().portfolio?.positions ?? NO_POSITIONS;
  useDefaultAccount(form);
  const missing = missingCapability(form.kind, capabilities);
  if (missing !== undefined) {
    const { title, detail } = missingSentence(missing);
    return (
      <Banner tone="info" title={title}>
        {detail}
      </Banner>
    );
  }
  return (
    <>
      {problem === undefined ? null : (
        <div className="mb-5">
          <Banner tone="danger" title={sentenceFor(problem).title} announce="alert">
            {sentenceFor(problem).detail}
          </Banner>
        </div>
      )}
      <div className="flex flex-col gap-4">
        <AccountField
          accounts={accounts}
          value={form.from}
          showAvailable={SPENDS_TAO.has(form.kind)}
          fixed={form.kind === 'batch' && form.steps.length > 0}
          onChange={(from) => editForm(withAccount(form, from))}
        />
        <Fields
          form={form}
          edit={editForm}
          problems={problems}
          quote={quote.is === 'live' ? quote.quote : undefined}
          findings={findings}
        />
        <AddAnother form={form} offered={capabilities?.['atomicBatch'] === true} />
      </div>
      <QuoteCard
        state={quote}
        current={quoteCurrent}
        onSuggestion={(suggestion) => {
          const mended = withAmount(form, suggestion, positions);
          if (mended !== undefined) editForm(mended);
        }}
        remedyFor={(obstacle) => {
          const remedy = remedyFor(form, obstacle);
          return remedy === undefined ? undefined : { label: remedy.label, onPress: () => editForm(remedy.form) };
        }}
        averts={(warning) => {
          const netuids = claimThatSaves(warning);
          return netuids === undefined
            ? undefined
            : { label: 'Claim them first', onPress: () => openTransaction('claim', { from: form.from, netuids }) };
        }}
      />
    </>
  );
}
