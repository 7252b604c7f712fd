export function ReceivePage() {
  return <h1>Receive</h1>;
}
