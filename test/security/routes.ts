import type { Router } from 'express';
import type { Dependencies } from '../../server/dependencies.js';

export interface KnownRoute {
  method: string;
  /** As it stands in the code, with `:parameters`. */
  pattern: string;
}

interface Layer {
  route?: { path: string; stack: { method: string }[] };
  handle: { stack?: Layer[] };
}

/** Every route of the pages, read from the routers themselves, so that a new one is attacked without being listed. */
export function pageRoutes({ accounts, design, fieldwork, respond, official, results, exports }: Dependencies): KnownRoute[] {
  const staffPages = { router: respond.staffRouter };
  const features = [accounts, design, fieldwork, respond, staffPages, official, results, exports];
  return features.flatMap(({ router }) => routesOf(router, ''));
}

export function apiRoutes({ accounts, fieldwork, respond, official, results, exports }: Dependencies): KnownRoute[] {
  return [accounts, fieldwork, respond, official, results, exports].flatMap(({ apiRouter }) => routesOf(apiRouter, '/api/v1'));
}

function routesOf(router: Router, prefix: string): KnownRoute[] {
  return layersOf(router as unknown as { stack: Layer[] })
    .flatMap(({ route }) =>
      (route?.stack ?? []).map(({ method }) => ({ method: method.toUpperCase(), pattern: prefix + String(route?.path) })),
    )
    .filter(
      ({ method, pattern }, at, all) => all.findIndex((other) => other.method === method && other.pattern === pattern) === at,
    );
}

function layersOf({ stack }: { stack: Layer[] }): Layer[] {
  return stack.flatMap((layer) => [layer, ...(layer.handle.stack ? layersOf({ stack: layer.handle.stack }) : [])]);
}

const SAMPLES: Record<string, string> = {
  wave: 'residents-demo',
  slug: 'residents-demo',
  town: 'zhezkazgan',
  year: '2019',
  input: 'population',
  page: 'consent',
  method: 'zhezkazgan-2020',
  indicator: 'C1',
  step: 'C',
  questionnaire: 'residents',
  version: '1',
  other: '1',
  language: 'ru',
  section: 'sec_about',
  item: 'sex',
  answers: 'yesno',
  member: 'headline',
  form: 'a'.repeat(22),
  score: 'a'.repeat(64),
  id: 'a'.repeat(22),
  secret: 'a'.repeat(43),
};

/** The address of a route in the demonstration. */
export function addressOf({ pattern }: KnownRoute): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const sample = SAMPLES[name];
    if (sample === undefined) throw new Error(`no sample for :${name} of ${pattern}`);
    return sample;
  });
}
