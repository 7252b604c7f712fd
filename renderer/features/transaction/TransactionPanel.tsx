export function TransactionPanel() {
  return null;
}
