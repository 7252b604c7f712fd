/** How long a transaction the pool threw out is not taken back, in chain time. */
const BAN_MS = 30n * 60_000n;
const MAX_BANS = 8_192;

/** Transactions seen to be invalid, or already included: not worth checking again for a while. */
export class Bans {
  readonly #until = new Map<string, bigint>();

  add(hash: string, nowMs: bigint): void {
    if (this.#until.size >= MAX_BANS) this.#dropOver(nowMs);
    this.#until.set(hash, nowMs + BAN_MS);
  }

  has(hash: string, nowMs: bigint): boolean {
    const until = this.#until.get(hash);
    return until !== undefined && until > nowMs;
  }

  delete(hash: string): void {
    this.#until.delete(hash);
  }

  clear(): void {
    this.#until.clear();
  }

  #dropOver(nowMs: bigint): void {
    for (const [hash, until] of this.#until) if (until <= nowMs) this.#until.delete(hash);
    // Still full: the oldest go first, which a Map keeps in order.
    for (const hash of this.#until.keys()) {
      if (this.#until.size < MAX_BANS) break;
      this.#until.delete(hash);
    }
  }
}
