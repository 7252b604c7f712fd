const decoder = new TextDecoder('utf-8', { fatal: false });

/** Most bytes of a chain text that are kept: the chain's own widest limit (identity descriptions). */
const MAX_TEXT_BYTES = 1024;

/**
 * Untrusted chain bytes as text: invalid UTF-8 becomes U+FFFD, over-long text is cut.
 * Making it safe to look at is the renderer's job.
 */
export function textOf(bytes: Uint8Array, maxBytes = MAX_TEXT_BYTES): string {
  return decoder.decode(bytes.length > maxBytes ? bytes.subarray(0, maxBytes) : bytes);
}
