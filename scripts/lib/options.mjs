/** What `npm start -- --help` prints. */
export const HELP = `Soma, a wallet and staking app for Bittensor (TAO)

  npm start -- [options]

  --network NAME   practice, finney, test, local, or an endpoint such as ws://127.0.0.1:9944
                   (default: the one chosen last; the first start offers the practice network)
  --host NAME      electron or browser (default: electron where its binary is present or can be fetched)
  --data-dir DIR   where accounts, journal and settings live (default: this system's place for application data)
  --no-window      browser host only: open no window, print how to open one
  --help           this text
`;

const NETWORKS = ['practice', 'finney', 'test', 'local'];
const TAKES_VALUE = ['--network', '--host', '--data-dir'];

/**
 * @typedef {{ help: boolean, host?: string, hostArgs: string[] }} StartOptions
 * @param {readonly string[]} argv
 * @returns {StartOptions | { problem: string }}
 */
export function parseOptions(argv) {
  /** @type {StartOptions} */
  const options = { help: false, hostArgs: [] };
  const rest = [...argv];
  while (rest.length > 0) {
    const [flag = '', inline] = (rest.shift() ?? '').split(/=(.*)/su);
    if (flag === '--help' || flag === '-h') options.help = true;
    else if (flag === '--no-window') options.hostArgs.push(flag);
    else if (TAKES_VALUE.includes(flag)) {
      const value = inline ?? rest.shift() ?? '';
      const problem = valueProblem(flag, value);
      if (problem !== undefined) return { problem };
      if (flag === '--host') options.host = value;
      else options.hostArgs.push(flag, value);
    } else return { problem: `Unknown option ${flag}. Try npm start -- --help.` };
  }
  return options;
}

/**
 * @param {string} flag
 * @param {string} value
 */
function valueProblem(flag, value) {
  if (value === '') return `${flag} needs a value. Try npm start -- --help.`;
  if (flag === '--host' && value !== 'electron' && value !== 'browser')
    return `--host is electron or browser, not ${value}.`;
  if (flag === '--network' && !NETWORKS.includes(value) && !/^wss?:\/\/\S+$/u.test(value)) {
    return `--network is practice, finney, test, local or an address beginning with ws:// or wss://, not ${value}.`;
  }
  return undefined;
}
