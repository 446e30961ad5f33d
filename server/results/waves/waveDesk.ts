import type { Request } from 'express';
import { z } from 'zod';
import type { Town } from '../../../survey-definitions/contract/index.js';
import { signedInPersonOf, type Accounts } from '../../accounts/index.js';
import type { FieldworkService } from '../../fieldwork/index.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { textsIn } from '../../i18n/index.js';
import { staffLayout } from '../layouts.js';
import type { WaveFrameMaterial, WaveTab } from './waveFrame.viewModels.js';
import { waveVisitOf, type WaveVisit } from './waveVisit.js';

const AddressSchema = z.object({ slug: z.string().max(80) });
const ChoiceSchema = z.object({ town: z.string().max(60).optional(), with: z.string().max(80).optional() });

export interface WaveDeskSurroundings {
  accounts: Accounts;
  towns: readonly Town[];
  fieldwork: FieldworkService;
}

/** What a request about one wave asks for, and the frame of the page that answers it. */
export function createWaveDesk({ accounts, towns, fieldwork }: WaveDeskSurroundings) {
  const choiceOf = (req: Request) => parseRequest(ChoiceSchema, req.query);
  /** @throws AppError notFound */
  const visitOf = (req: Request): Promise<WaveVisit> => {
    const { slug } = parseAddress(AddressSchema, req.params);
    return waveVisitOf(fieldwork, towns, signedInPersonOf(req), { slug, town: choiceOf(req).town });
  };
  const frameOf = (req: Request, visit: WaveVisit, tab: Exclude<WaveTab, 'weights'>): WaveFrameMaterial => {
    const { language } = req;
    const { wave, study, townId, towns: visible } = visit;
    const t = textsIn(language);
    const town = visible.find(({ id }) => id === townId)?.name[language] ?? townId;
    const title = `${t(`quality.tab_${tab}`)}: ${t('quality.heading', { wave: wave.slug, town })}`;
    const layout = staffLayout(req, accounts, { title, synthetic: study.demonstration });
    return { layout, language, wave, townId, towns: visible, tab };
  };
  return { choiceOf, visitOf, frameOf };
}
