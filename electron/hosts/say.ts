/** One line for the person at the terminal: the only writer to standard output in the product. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
