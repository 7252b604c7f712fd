import { useState } from 'react';
import { judgePassword, type PasswordStrength } from '../../lib/password-strength.ts';

export interface NewPassword {
  readonly password: string;
  readonly repeat: string;
  /** Of the password as it stands; undefined while it is being judged or empty. */
  readonly strength: PasswordStrength | undefined;
  readonly problems: { readonly password?: string | undefined; readonly repeat?: string | undefined };
  readonly setPassword: (text: string) => void;
  readonly setRepeat: (text: string) => void;
  /** Judges what was typed and shows what is wrong. True when it may be used. */
  readonly check: () => Promise<boolean>;
}

/** A password being chosen: twice the same, and not easily guessed. */
export function useNewPassword(): NewPassword {
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [judged, setJudged] = useState<{ readonly text: string; readonly strength: PasswordStrength }>();
  const [problems, setProblems] = useState<NewPassword['problems']>({});

  const judge = async (text: string): Promise<PasswordStrength> => {
    const strength = await judgePassword(text);
    setJudged({ text, strength });
    return strength;
  };
  return {
    password,
    repeat,
    problems,
    strength: password !== '' && judged?.text === password ? judged.strength : undefined,
    setPassword: (text) => {
      setPassword(text);
      setProblems({});
      if (text !== '') void judge(text);
    },
    setRepeat: (text) => {
      setRepeat(text);
      setProblems({});
    },
    check: async () => {
      if (password === '') {
        setProblems({ password: 'Choose a password.' });
        return false;
      }
      const { acceptable } = await judge(password);
      if (!acceptable) {
        setProblems({ password: 'This one is guessed too soon. Use a longer one, or four unrelated words.' });
        return false;
      }
      if (repeat !== password) {
        setProblems({ repeat: 'The two are not the same.' });
        return false;
      }
      return true;
    },
  };
}
