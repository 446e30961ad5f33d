import type { Request, RequestHandler, Response } from 'express';
import type { Definition, Town } from '../../../survey-definitions/contract/index.js';
import { signedInPersonOf, type Accounts } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { textsIn } from '../../i18n/index.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import { staffLayout } from '../layouts.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import { waveVisitOf, type WaveVisit } from '../waves/waveVisit.js';
import { fieldFaultFrom, type MarginFault } from './marginFault.js';
import { categoriesOfMargin, marginVariablesOf, nameOfMargin, type MarginVariable } from './marginVariables.js';
import type { Margin } from './weighting.js';
import { MarginChoiceSchema, WaveAddressSchema, WeightsQuerySchema } from './weighting.requests.js';
import type { WeightingService } from './weighting.service.js';
import { weightsAddress } from './weightsAddress.js';

export interface WeightsPagesSurroundings {
  accounts: Accounts;
  towns: readonly Town[];
  fieldwork: FieldworkService;
  estimates: LiveEstimates;
  dataMatrix: DataMatrix;
  weighting: WeightingService;
  definitionOf: (wave: Wave) => Definition;
  uploadBytes: number;
  protectUpload: RequestHandler;
}

/** One wave in one town, as the address names it. */
export interface Scene extends WaveVisit {
  town: Town;
  place: { wave: string; townId: string };
  definition: Definition;
  variables: MarginVariable[];
}

export type WeightsDesk = ReturnType<typeof createWeightsDesk>;

/** What all pages about the weights of a wave begin and end with. */
export function createWeightsDesk(surroundings: WeightsPagesSurroundings) {
  const { accounts, towns, fieldwork, weighting, definitionOf } = surroundings;

  /** @throws AppError notFound for waves that do not count and for towns of others */
  async function sceneAt(req: Request): Promise<Scene> {
    const { slug } = parseAddress(WaveAddressSchema, req.params);
    const { town: wanted } = parseRequest(WeightsQuerySchema, req.query);
    const visit = await waveVisitOf(fieldwork, towns, signedInPersonOf(req), { slug, town: wanted });
    const { wave, townId } = visit;
    const town = visit.towns.find(({ id }) => id === townId);
    if (!town) throw new AppError('notFound');
    const definition = definitionOf(wave);
    return { ...visit, town, place: { wave: slug, townId }, definition, variables: marginVariablesOf(definition) };
  }

  function marginAt(req: Request, { variables }: Scene): string[] {
    const ids = parseRequest(MarginChoiceSchema, req.query);
    if (categoriesOfMargin(variables, ids).length === 0) throw new AppError('notFound');
    return ids;
  }

  async function marginsOf({ place }: Scene): Promise<readonly Margin[]> {
    return (await weighting.current(place))?.margins ?? [];
  }

  function layoutOf(
    req: Request,
    { title, synthetic, faults }: { title: string; synthetic: boolean; faults: readonly FieldFault[] },
  ) {
    const prefix = faults.length === 0 ? '' : `${textsIn(req.language)('interface.ui_error_prefix')} `;
    return staffLayout(req, accounts, { title: `${prefix}${title}`, synthetic });
  }

  async function finish(req: Request, res: Response, { place }: Scene, done: 'saved' | 'imported'): Promise<void> {
    const person = accounts.personOf(req);
    await accounts.audit({ person, action: 'weighting_changed', object: `${place.wave} ${place.townId}` });
    res.redirect(303, `${weightsAddress(place).page()}&done=${done}`);
  }

  return { sceneAt, marginAt, marginsOf, layoutOf, finish };
}

/** Faults in the reader's language, margins by their names. */
export function inWords(faults: readonly MarginFault[], req: Request, { variables }: Scene): FieldFault[] {
  return faults.map((fault) => {
    const margin = fault.values?.margin;
    const named = typeof margin === 'string' ? { margin: nameOfMargin(variables, margin.split('*'))[req.language] } : {};
    return fieldFaultFrom({ ...fault, values: { ...fault.values, ...named } }, req.language);
  });
}
