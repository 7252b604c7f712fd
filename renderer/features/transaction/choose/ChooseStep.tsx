import type { StakePosition } from '../../../../shared/contract/index.ts';
import { useDirectory } from '../../../api/directory.ts';
import { sentenceFor } from '../../../copy/index.ts';
import { plainAmount } from '../../../lib/amount-parts.ts';
import { usePortfolio } from '../../../stores/portfolio.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { editForm } from '../actions.ts';
import type { Flow } from '../model/flow.ts';
import type { Form } from '../model/form.ts';
import { QuoteCard } from '../quote/QuoteCard.tsx';
import { AccountField } from './AccountField.tsx';
import { SendFields } from './SendFields.tsx';
import { StakeFields } from './StakeFields.tsx';
import { UnstakeFields } from './UnstakeFields.tsx';
import type { Choosing } from './use-choosing.ts';
import { useDefaultAccount } from './use-default-account.ts';

const NO_POSITIONS: readonly StakePosition[] = [];

export interface ChooseStepProps {
  readonly flow: Extract<Flow, { at: 'choose' | 'reviewing' }>;
  readonly choosing: Choosing;
}

/** Steps 1 and 2: the form, and under it what the chain says about it. */
export function ChooseStep({ flow, choosing }: ChooseStepProps) {
  const { form } = flow;
  const { quote, quoteCurrent } = choosing;
  const problem = flow.at === 'choose' ? flow.problem : undefined;
  const { accounts } = useDirectory();
  const positions = usePortfolio().portfolio?.positions ?? NO_POSITIONS;
  useDefaultAccount(form);
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
          showAvailable={form.kind !== 'unstake'}
          onChange={(from) =>
            editForm(form.kind === 'unstake' ? { ...form, from, hotkey: '', netuid: undefined } : { ...form, from })
          }
        />
        <Fields form={form} choosing={choosing} />
      </div>
      <QuoteCard
        state={quote}
        current={quoteCurrent}
        onSuggestion={({ amount }) => takeSuggestion(form, amount, isWholePosition(form, positions, amount))}
      />
    </>
  );
}

function Fields({ form, choosing }: { form: Form; choosing: Choosing }) {
  const { quote, problems, findings } = choosing;
  const positions = usePortfolio().portfolio?.positions ?? NO_POSITIONS;
  const live = quote.is === 'live' ? quote.quote : undefined;
  switch (form.kind) {
    case 'send':
      return <SendFields form={form} problems={problems} findings={findings} sends={live?.pay} />;
    case 'stake':
      return <StakeFields form={form} problems={problems} obstacles={live?.obstacles ?? []} />;
    case 'unstake': {
      const own = positions.filter(({ coldkey }) => coldkey === form.from);
      return <UnstakeFields form={form} problems={problems} positions={own} />;
    }
  }
}

/** True when the amount is all there is: the chain is then asked for all, so that nothing is left behind. */
function isWholePosition(form: Form, positions: readonly StakePosition[], amount: bigint): boolean {
  if (form.kind !== 'unstake') return false;
  return positions.some(
    ({ coldkey, hotkey, netuid, alpha }) =>
      coldkey === form.from && hotkey === form.hotkey && netuid === form.netuid && alpha === amount,
  );
}

function takeSuggestion(form: Form, amount: bigint, all: boolean): void {
  const text = plainAmount(amount);
  if (form.kind === 'send') editForm({ ...form, mode: 'exact', amount: text });
  else if (form.kind === 'stake') editForm({ ...form, amount: text });
  else editForm({ ...form, amount: all ? '' : text, all });
}
