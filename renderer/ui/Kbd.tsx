/** A key to press. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded-[4px] border border-line bg-sunken px-1.5 py-px font-sans text-xs text-muted">
      {children}
    </kbd>
  );
}
