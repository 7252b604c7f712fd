import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as text for a URL fragment or a WebSocket subprotocol. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing about how far the texts agree. */
export function isSameToken(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
