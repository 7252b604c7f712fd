/** Where a transaction runs; nothing while none does. */
export function TransactionPanel() {
  return null;
}
