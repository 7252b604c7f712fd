/** What a person reads about a failure or a warning: what happened, then what was not lost and what to do. */
export interface Sentence {
  readonly title: string;
  readonly detail: string;
}

/** Plain facts that came with a code. Any of them may be missing: every sentence is whole without them. */
export type Facts = Readonly<Record<string, string | number | boolean>>;
