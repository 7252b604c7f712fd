/** The look shared by everything one types or picks in. */
export const CONTROL =
  'w-full rounded-control border border-line-strong/70 bg-surface px-3 text-base text-ink placeholder:text-faint transition-[border-color] hover:border-line-strong focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger';
