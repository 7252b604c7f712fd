/** Recovery words, numbered, in reading order. */
export function WordsGrid({ words }: { words: readonly string[] }) {
  return (
    <ol aria-label="Recovery words" className="grid grid-cols-3 gap-2 sm:grid-cols-4">
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words may repeat and never move
        <li key={index} className="flex items-baseline gap-2 rounded-control border border-line bg-sunken px-3 py-2">
          <span aria-hidden="true" className="figures w-5 text-right text-xs text-faint select-none">
            {index + 1}
          </span>
          <span className="font-mono text-sm font-medium">{word}</span>
        </li>
      ))}
    </ol>
  );
}
