/** What the connection has cost so far. Bytes are those of the frames' text, without WebSocket framing. */
export interface ConnectionStats {
  readonly requests: number;
  /**
   * Waves of requests: a request opens a new wave when a reply has arrived since the last one opened, and joins the
   * open wave otherwise. Opening a WebSocket counts as one. Notifications are free.
   */
  readonly roundTrips: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

export class StatsCounter {
  #requests = 0;
  #roundTrips = 0;
  #bytesIn = 0;
  #bytesOut = 0;
  #waveOpen = false;

  connected(): void {
    this.#roundTrips += 1;
    this.#waveOpen = false;
  }

  sent(bytes: number): void {
    this.#requests += 1;
    this.#bytesOut += bytes;
    if (!this.#waveOpen) this.#roundTrips += 1;
    this.#waveOpen = true;
  }

  received(bytes: number): void {
    this.#bytesIn += bytes;
  }

  replied(): void {
    this.#waveOpen = false;
  }

  snapshot(): ConnectionStats {
    return {
      requests: this.#requests,
      roundTrips: this.#roundTrips,
      bytesIn: this.#bytesIn,
      bytesOut: this.#bytesOut,
    };
  }
}
