/** Who may import whom (see docs/adr/0001-rooms.md). Every rule has a specimen in test/architecture.test.ts. */
const FEATURES = ['accounts', 'design', 'fieldwork', 'respond', 'official', 'results', 'analysis', 'export', 'operations'];
const PLUMBING = '^server/(http|i18n|csv|computation|definitions|database|errors|config)';

const laterFeature = FEATURES.slice(0, -1).map((feature, at) => ({
  name: `${feature}-knows-no-later-feature`,
  severity: 'error',
  from: { path: `^server/${feature}/` },
  to: { path: `^server/(${FEATURES.slice(at + 1).join('|')})/` },
}));

const inside = FEATURES.map((feature) => ({
  name: `${feature}-only-through-its-door`,
  severity: 'error',
  from: { pathNot: [`^server/${feature}/`, '^test/'] },
  to: { path: `^server/${feature}/`, pathNot: `^server/${feature}/index\\.ts$` },
}));

const onlyIn = (name, packages, places) => ({
  name: `${name}-only-in-its-places`,
  severity: 'error',
  from: { pathNot: [...places, '^test/', '\\.test\\.ts$'] },
  to: { path: `^node_modules/(@types/)?(${packages})/`, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.config\\.ts$'] },
      to: {},
    },
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: '^survey-definitions/contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^survey-definitions/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'scoring-is-pure',
      severity: 'error',
      from: { path: '^scoring/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^scoring/', '^survey-definitions/contract/', '^node_modules/(ml-matrix|pure-rand|@stdlib)/'] },
    },
    {
      name: 'scoring-takes-types-only-from-the-contract',
      severity: 'error',
      from: { path: '^scoring/', pathNot: '\\.test\\.ts$' },
      to: { path: '^survey-definitions/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'scoring-only-through-its-door',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^scoring/', pathNot: '^scoring/index\\.ts$' },
    },
    {
      name: 'plumbing-knows-no-feature',
      severity: 'error',
      from: { path: PLUMBING },
      to: { path: `^server/(${FEATURES.join('|')})/` },
    },
    {
      name: 'embedded-store-only-through-its-door',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/database/' },
      to: { path: '^server/database/embedded/' },
    },
    {
      name: 'view-models-know-types-and-texts',
      severity: 'error',
      from: { path: '\\.viewModels\\.ts$' },
      to: {
        path: ['^node_modules/(express|mongoose)/', '\\.(repository|model|routes)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    onlyIn('express', 'express', ['\\.routes\\.ts$', '^server/http/', '^server/app\\.ts$', '^server/main\\.ts$']),
    onlyIn('mongoose', 'mongoose', ['\\.model\\.ts$', '\\.repository\\.ts$', '^server/database/']),
    onlyIn('ejs', 'ejs', ['^server/http/views\\.ts$']),
    onlyIn('echarts', 'echarts|zrender', ['^server/http/charts\\.ts$']),
    onlyIn('json2csv', '@json2csv', ['^server/csv/csv\\.ts$']),
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: ['^test/', '\\.test\\.ts$'] },
      to: { path: ['^test/', '\\.test\\.ts$'] },
    },
    ...laterFeature,
    ...inside,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
