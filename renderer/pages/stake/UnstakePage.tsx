export function UnstakePage() {
  return <h1>Unstake</h1>;
}
