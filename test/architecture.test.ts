import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const configuration = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
  options: ICruiseOptions;
};

async function violationsIn(folder: string, files: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(files, {
    ...configuration.options,
    baseDir: folder,
    ruleSet: configuration as never,
    validate: true,
    outputType: 'json',
  });
  return JSON.parse(output as string) as ICruiseResult;
}

/** One small world per rule in which exactly that rule is broken. */
const SPECIMENS: Record<string, Record<string, string>> = {
  'no-cycles': {
    'scoring/a.ts': "import { b } from './b.js'; export const a = () => b;",
    'scoring/b.ts': "import { a } from './a.js'; export const b = () => a;",
  },
  'no-orphans': { 'scoring/alone.ts': 'export const alone = 1;' },
  'contract-imports-zod-only': {
    'survey-definitions/contract/item.ts': "import { x } from '../x.js'; export const y = x;",
    'survey-definitions/x.ts': 'export const x = 1;',
  },
  'scoring-is-pure': { 'scoring/a.ts': "import { readFileSync } from 'node:fs'; export const a = readFileSync;" },
  'scoring-takes-types-only-from-the-contract': {
    'scoring/a.ts': "import { SPECIAL } from '../survey-definitions/contract/special.js'; export const a = SPECIAL;",
    'survey-definitions/contract/special.ts': 'export const SPECIAL = 1;',
  },
  'scoring-only-through-its-door': {
    'server/results/a.ts': "import { mean } from '../../scoring/mean.js'; export const a = mean;",
    'scoring/mean.ts': 'export const mean = 1;',
  },
  'plumbing-knows-no-feature': {
    'server/http/a.ts': "import { b } from '../respond/index.js'; export const a = b;",
    'server/respond/index.ts': 'export const b = 1;',
  },
  'embedded-store-only-through-its-door': {
    'server/results/a.ts': "import { b } from '../database/embedded/index.js'; export const a = b;",
    'server/database/embedded/index.ts': 'export const b = 1;',
  },
  'view-models-know-types-and-texts': {
    'server/results/results.viewModels.ts': "import { b } from './results.repository.js'; export const a = b;",
    'server/results/results.repository.ts': 'export const b = 1;',
  },
  'nothing-imports-tests': {
    'server/results/a.ts': "import { b } from '../../test/support/b.js'; export const a = b;",
    'test/support/b.ts': 'export const b = 1;',
  },
};

for (const [name, module] of Object.entries({
  express: 'express',
  mongoose: 'mongoose',
  ejs: 'ejs',
  echarts: 'echarts',
  json2csv: '@json2csv/plainjs',
}))
  SPECIMENS[`${name}-only-in-its-places`] = {
    'server/results/results.service.ts': `import * as a from '${module}'; export const b = a;`,
    [`node_modules/${module}/package.json`]: JSON.stringify({ name: module, main: 'index.js', exports: './index.js' }),
    [`node_modules/${module}/index.js`]: 'export const x = 1;',
  };

const FLOW = ['accounts', 'design', 'fieldwork', 'respond', 'official', 'results', 'analysis', 'export', 'operations'];
for (const [at, feature] of FLOW.entries()) {
  const later = FLOW[at + 1];
  if (later !== undefined)
    SPECIMENS[`${feature}-knows-no-later-feature`] = {
      [`server/${feature}/a.ts`]: `import { b } from '../${later}/index.js'; export const a = b;`,
      [`server/${later}/index.ts`]: 'export const b = 1;',
    };
  SPECIMENS[`${feature}-only-through-its-door`] = {
    'server/app.ts': `import { b } from './${feature}/inside.js'; export const a = b;`,
    [`server/${feature}/inside.ts`]: 'export const b = 1;',
  };
}

describe('the rooms', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  function build(files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), 'aleuet-rooms-'));
    folders.push(folder);
    const all = {
      'package.json': '{"type":"module"}',
      'tsconfig.json': readFileSync(join(root, 'tsconfig.json'), 'utf8'),
      ...files,
    };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  it('have a specimen for every rule', () => {
    expect(Object.keys(SPECIMENS).sort()).toEqual(configuration.forbidden.map((rule) => rule.name).sort());
  });

  it.each(Object.entries(SPECIMENS))('catch a specimen of %s', async (rule, files) => {
    const folder = build(files);
    const rooms = [...new Set(Object.keys(files).map((name) => name.split('/')[0] ?? ''))].filter(
      (name) => name !== 'node_modules',
    );
    const before = process.cwd();
    process.chdir(folder);
    try {
      const { summary } = await violationsIn(folder, rooms);
      expect(summary.violations.map((violation) => violation.rule.name)).toContain(rule);
    } finally {
      process.chdir(before);
    }
  });

  describe('of this project', () => {
    let result: ICruiseResult;
    beforeAll(async () => {
      result = await violationsIn(root, ['server', 'scoring', 'survey-definitions', 'test']);
    });

    it('are all seen by the check', () => {
      const seen = result.modules
        .map((module) => module.source)
        .filter((source) => /^(server|scoring|survey-definitions|test)\//.test(source));
      expect(seen.length).toBeGreaterThan(150);
    });

    it('keep every rule', () => {
      expect(result.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`)).toEqual(
        [],
      );
    });
  });
});
