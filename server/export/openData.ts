import type { FieldworkService, Wave } from '../fieldwork/index.js';
import type { Results } from '../results/index.js';
import { publishedEstimatesOf, type PublishedEstimates } from './publishedEstimates.js';

/** What the public page of data offers. */
export interface OpenData {
  /** Years with scores, the newest first. */
  years: { year: number; towns: number; synthetic: boolean }[];
  waves: { wave: Wave; published: PublishedEstimates }[];
}

/** Everything that is public: released scores by year and the waves with public estimates. */
export async function openDataOf(
  fieldwork: Pick<FieldworkService, 'listWaves'>,
  results: Pick<Results, 'findPicture' | 'findNewestPart' | 'listPictures' | 'listHeadlines'>,
): Promise<OpenData> {
  const waves: OpenData['waves'] = [];
  for (const wave of await fieldwork.listWaves()) {
    const published = await publishedEstimatesOf(wave, results);
    if (published) waves.push({ wave, published });
  }
  const years: OpenData['years'] = [];
  for (const year of await yearsWithScores(results)) {
    const { pictures } = await results.listPictures({ year });
    const synthetic = pictures.some(({ score }) => score.inputs.synthetic.length > 0);
    years.push({ year, towns: pictures.length, synthetic });
  }
  return {
    years,
    waves: waves.sort((a, b) => b.wave.referenceYear - a.wave.referenceYear || (a.wave.slug < b.wave.slug ? -1 : 1)),
  };
}

async function yearsWithScores(results: Pick<Results, 'findPicture' | 'listHeadlines'>): Promise<number[]> {
  const years = new Set<number>();
  for (const { townId } of await results.listHeadlines())
    for (const year of (await results.findPicture(townId))?.years ?? []) years.add(year);
  return [...years].sort((a, b) => b - a);
}
