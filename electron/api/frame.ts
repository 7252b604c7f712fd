import * as z from 'zod';

/** Largest message of a window, in UTF-16 units: an imported file may be 1 MiB, and JSON may escape it. */
export const MAX_FRAME_CHARS = 2 * 1024 * 1024;
const MAX_DEPTH = 64;

const zId = z.string().min(1).max(32);
/** A call: address and body. No headers, no method, no binary part: the contract has no use for them. */
const zCall = z.strictObject({
  i: zId,
  p: z.strictObject({
    u: z
      .string()
      .max(128)
      .regex(/^\/[A-Za-z]+(?:\/[A-Za-z]+)*$/u),
    b: z.unknown().optional(),
  }),
});
/** The window stopped listening to a call. */
const zAbort = z.strictObject({ i: zId, t: z.literal(4), p: z.undefined().optional() });

/** Type hints of the body we accept: a bigint (0) and an absent value (3). Dates, sets, maps, patterns and URLs are not in the contract. */
const zHint = z
  .tuple([z.union([z.literal(0), z.literal(3)])], z.union([z.string().max(256), z.int().min(0).max(100_000)]))
  .refine((hint) => hint.length <= 16);
const zBody = z.strictObject({
  json: z.unknown().optional(),
  meta: z.array(zHint).max(64).optional(),
});

export type Frame = { readonly kind: 'call'; readonly id: string } | { readonly kind: 'abort'; readonly id: string };

/** Tells a well-formed oRPC message from everything else, before oRPC sees it. Undefined means: refuse and hang up. */
export function parseFrame(text: unknown): Frame | undefined {
  if (typeof text !== 'string' || text.length > MAX_FRAME_CHARS || !isShallow(text)) return undefined;
  const message = parseJson(text);
  const abort = zAbort.safeParse(message);
  if (abort.success) return { kind: 'abort', id: abort.data.i };
  const call = zCall.safeParse(message);
  if (!call.success) return undefined;
  if (call.data.p.b !== undefined && !zBody.safeParse(call.data.p.b).success) return undefined;
  return { kind: 'call', id: call.data.i };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Brackets inside strings do not count; a deep message would cost stack in everything that walks it. */
function isShallow(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === 0x5c) at += 1;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return false;
    } else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
  return true;
}
