import type { Wave } from './wave.js';

/** What the form of the towns' details holds: `size.<town>`, `invited.<town>` and `enterprise.<town>.<language>`. */
type TownDetails = Record<string, string | number | undefined>;

/** The towns of a wave with the details of the form; what was left empty is absent. */
export function townsWithDetails(wave: Wave, details: TownDetails): Wave['towns'] {
  return wave.towns.map(({ townId }) => {
    const size = details[`size.${townId}`];
    const invited = details[`invited.${townId}`];
    const [kk, ru, en] = (['kk', 'ru', 'en'] as const).map((language) => details[`enterprise.${townId}.${language}`]);
    return {
      townId,
      ...(typeof size === 'number' ? { populationSize: size } : {}),
      ...(typeof invited === 'number' ? { invited } : {}),
      ...(kk && ru && en ? { enterpriseName: { kk: String(kk), ru: String(ru), en: String(en) } } : {}),
    };
  });
}
