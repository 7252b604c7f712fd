import type { ValidatorHere } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { MAX_COMPARED } from './model/compare.ts';
import { ValidatorName } from './ValidatorName.tsx';

export interface CompareTrayProps {
  readonly marked: readonly ValidatorHere[];
  readonly onCompare: () => void;
  readonly onClear: () => void;
}

/** Who is marked for comparison, and the way to it. */
export function CompareTray({ marked, onCompare, onClear }: CompareTrayProps) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 border-t border-line bg-sunken px-5 py-2.5 text-sm">
      <span className="min-w-0 flex-1 truncate">
        <span className="font-medium">{`${marked.length} of ${MAX_COMPARED} marked: `}</span>
        {marked.map(({ hotkey, name }, index) => (
          <span key={hotkey}>
            {index === 0 ? '' : ', '}
            <ValidatorName name={name} max={16} />
          </span>
        ))}
      </span>
      <Button size="sm" look="primary" disabled={marked.length < 2} onClick={onCompare}>
        Compare
      </Button>
      <Button size="sm" look="quiet" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
