import { PasswordField } from '../../ui/PasswordField.tsx';
import { StrengthMeter } from './StrengthMeter.tsx';
import type { NewPassword } from './use-new-password.ts';

export interface NewPasswordFieldsProps {
  readonly choice: NewPassword;
  readonly label?: string;
  readonly hint?: string;
}

/** A new password, twice, with an honest word about its strength. */
export function NewPasswordFields({ choice, label = 'Password', hint }: NewPasswordFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <PasswordField
          label={label}
          {...(hint === undefined ? {} : { hint })}
          error={choice.problems.password}
          value={choice.password}
          onChange={(event) => choice.setPassword(event.currentTarget.value)}
        />
        <StrengthMeter strength={choice.strength} />
      </div>
      <PasswordField
        label={`Repeat the ${label.toLowerCase()}`}
        error={choice.problems.repeat}
        value={choice.repeat}
        onChange={(event) => choice.setRepeat(event.currentTarget.value)}
      />
    </div>
  );
}
