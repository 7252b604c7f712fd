import { clause, wordFact } from '../facts.ts';
import type { SentencesFor } from './table.ts';

const ENDPOINT_PROBLEMS: Readonly<Record<string, string>> = {
  not_encrypted: 'Only this computer may be reached without encryption: use wss://.',
  not_websocket: 'It must begin with wss:// or ws://.',
  has_credentials: 'It must not contain a user name or password.',
  not_a_url: 'It is not a web address.',
};

export const chainSentences: SentencesFor<'chain'> = {
  'chain.offline': () => ({
    title: 'No endpoint answers.',
    detail:
      'Nothing is lost; what you see is from the last block received. Soma keeps trying. Check the network or choose another endpoint in Settings.',
  }),
  'chain.timeout': () => ({
    title: 'The endpoint took too long to answer.',
    detail: 'Nothing was signed by this. Try again; Soma moves to another endpoint when one keeps failing.',
  }),
  'chain.wrong_genesis': () => ({
    title: 'This endpoint serves a different chain.',
    detail: 'Soma stopped using it and signs nothing through it; no funds moved. Choose another endpoint in Settings.',
  }),
  'chain.reply_too_large': () => ({
    title: 'The endpoint sent far more than was asked for.',
    detail: 'The reply was thrown away and nothing was signed. Choose another endpoint if it happens again.',
  }),
  'chain.reply_malformed': (facts) => ({
    title: 'The endpoint sent something that is not a valid answer.',
    detail: `The reply was thrown away${clause(wordFact(facts, 'what'), (what) => ` (${what})`)} and nothing was signed. Try again or choose another endpoint.`,
  }),
  'chain.rate_limited': () => ({
    title: 'The endpoint asks us to slow down.',
    detail: 'Nothing is lost. Soma waits and tries again by itself; your own endpoint has no such limit.',
  }),
  'chain.rpc_failed': (facts) => ({
    title: 'The endpoint refused the request.',
    detail: `Nothing was changed${clause(wordFact(facts, 'rpcCode'), (code) => ` (its code is ${code})`)}. Try again, or choose another endpoint in Settings.`,
  }),
  'chain.metadata_invalid': () => ({
    title: "The chain's description of itself cannot be read.",
    detail: 'Without it Soma signs nothing; your funds are untouched. Try another endpoint, then a newer Soma.',
  }),
  'chain.unknown_extension': (facts) => ({
    title: 'The chain asks for something in the signature that Soma does not know.',
    detail: `Nothing was signed${clause(wordFact(facts, 'extension', 'name'), (name) => ` (${name})`)}. A newer Soma is needed for this runtime.`,
  }),
  'chain.capability_missing': (facts) => ({
    title: 'The connected chain cannot do this.',
    detail: `Nothing was signed. Its runtime has no ${clause(wordFact(facts, 'capability'), (name) => `"${name}"`, 'such operation')}; it may come with an upgrade.`,
  }),
  'chain.endpoint_invalid': (facts) => ({
    title: 'This is not an endpoint Soma can use.',
    detail: `Nothing was changed. ${ENDPOINT_PROBLEMS[wordFact(facts, 'reason') ?? ''] ?? 'Write it like wss://node.example:443.'}`,
  }),
  'chain.stale': () => ({
    title: 'The chain has not moved for a while.',
    detail:
      'Figures are from the last block and may be old, so nothing new is signed now. Soma looks for an endpoint that is up to date.',
  }),
  'chain.nonce_disagrees': () => ({
    title: "Two endpoints disagree about this account's transaction count.",
    detail: 'Nothing was signed. Wait for the next block and try again; if it stays, change the endpoint.',
  }),
  'chain.practice_failed': () => ({
    title: 'The practice network did not answer as it should.',
    detail: 'No real funds are involved. Try again; restarting Soma starts the practice network anew.',
  }),
};
