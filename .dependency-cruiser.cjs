// Zone rules: who may import whom (docs/architecture/zones.md). Every arrow not allowed here is an error.
const OURS = '^(electron|renderer|shared|simnet|assets|e2e|bench|scripts)/';
const TESTS = '\\.(test|test-support|spec)\\.tsx?$|/testing/';

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: OURS, pathNot: allowed },
});

module.exports = {
  forbidden: [
    only('shared-is-leaf', '^shared/', '^shared/', 'shared imports nothing of ours'),
    only(
      'electron-zone',
      '^electron/(?!preload/)',
      '^(electron/(?!preload/)|shared/|assets/)',
      'main never imports renderer, preload or simnet',
    ),
    only('preload-zone', '^electron/preload/', '^(electron/preload/|shared/contract/)', 'preload is a pipe'),
    only(
      'renderer-zone',
      '^renderer/',
      '^(renderer/|shared/|assets/)',
      'the window reaches main only through the API client',
    ),
    only(
      'simnet-zone',
      '^simnet/',
      '^(simnet/|shared/(units|domain|constants)/)',
      'client and simulator agree only over the wire',
    ),
    only(
      'e2e-zone',
      '^e2e/',
      '^(e2e/|shared/|simnet/index\\.ts$)',
      'e2e drives the built app; simnet only by its front door',
    ),
    only(
      'keys-one-door',
      '^electron/(?!keys/)',
      '^(electron/(?!keys/(?!index\\.ts$))|shared/|assets/)',
      'outside keys/ only its door, which returns no secret',
    ),
    only(
      'services-below-api',
      '^electron/(?!(api|preload|shell|loopback)/|(main|loopback|app)\\.ts$)',
      '^(electron/(?!(api/|shell/|loopback/|(main|loopback|app)\\.ts$))|shared/|assets/)',
      'services never call back up',
    ),
    only(
      'chain-is-keyless',
      '^electron/chain/',
      '^(electron/(chain|log)/|electron/signers/signer\\.ts$|shared/|assets/)',
      'chain never sees a key',
    ),
    only('store-is-leaf', '^electron/store/', '^(electron/(store|log)/|shared/)', 'store knows no service'),
    only('keys-are-leaf', '^electron/keys/', '^(electron/(keys|log)/|shared/)', 'keys know no service'),
    only(
      'bench-zone',
      '^bench/',
      '^(bench/|shared/|electron/(?!preload/)|renderer/|simnet/index\\.ts$|assets/)',
      'bench measures through the doors',
    ),
    only(
      'ui-is-dumb',
      '^renderer/ui/',
      '^(renderer/(ui|lib)/|shared/(units|domain)/|assets/)',
      'no store, API or routing in the kit',
    ),
    only(
      'stores-below-views',
      '^renderer/(stores|api|lib)/',
      '^(renderer/(stores|api|lib)/|shared/)',
      'stores know no view',
    ),
    only(
      'features-below-pages',
      '^renderer/features/',
      '^(renderer/(features|stores|api|ui|copy|lib)/|shared/|assets/)',
      'features know no page',
    ),
    only(
      'pages-below-app',
      '^renderer/pages/',
      '^(renderer/(?!app/|main\\.tsx$)|shared/|assets/)',
      'pages know no frame',
    ),
    only('copy-is-leaf', '^renderer/copy/', '^(renderer/(copy|lib)/|shared/)', 'copy is sentences'),
    {
      name: 'no-feature-to-feature',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'no-page-to-page',
      severity: 'error',
      from: { path: '^renderer/pages/([^/]+)/' },
      to: { path: '^renderer/pages/([^/]+)/', pathNot: '^renderer/pages/$1/' },
    },
    { name: 'bench-is-terminal', severity: 'error', from: { pathNot: '^bench/' }, to: { path: '^bench/' } },
    {
      name: 'electron-only-in-the-shell',
      severity: 'error',
      from: { pathNot: '^(electron/(main\\.ts$|shell/|preload/)|e2e/|scripts/)' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'no-node-in-sandbox',
      severity: 'error',
      from: { path: '^(renderer|shared|electron/preload)/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-dev-deps-in-product',
      severity: 'error',
      from: { path: '^(electron|renderer|shared|simnet)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/electron/' },
    },
    {
      name: 'simulator-has-its-own-encoder',
      comment: 'one encoder on both sides would hide its own mistakes',
      severity: 'error',
      from: { path: '^simnet/', pathNot: TESTS },
      to: { path: '^node_modules/@polkadot/(api|types)' },
    },
    { name: 'no-tests-in-product', severity: 'error', from: { pathNot: TESTS }, to: { path: TESTS } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    tsPreCompilationDeps: true, // `import type` counts as an arrow too
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
