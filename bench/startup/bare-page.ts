import { createServer } from 'node:http';

// The baseline of a painted window: a server that knows one page of one word.
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><title>bare</title><p>painted</p>');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`ready: open http://127.0.0.1:${address.port}/`);
});
process.on('SIGTERM', () => process.exit(0));
