import { columnsFromBlocks } from '../../../scoring/index.js';
import { interviewFactsFrom, type WaveColumns } from './interviewFacts.js';
import type { MatrixRepository, TownOfWave } from './matrix.repository.js';
import { dataColumnsOf } from './matrixBlock.js';
import { RecentValues } from '../recentValues.js';

const READ_ATTEMPTS = 20;
const KEPT_TOWNS = 40;

/** The data matrix of one wave and town at one version; null columns while nobody has answered. */
interface MatrixReading {
  version: number;
  columns: WaveColumns | null;
}

export interface DataMatrix {
  /** Grows with every change; 0 while nobody has answered. What is computed from the matrix is cached by it. */
  versionOf: (place: TownOfWave) => Promise<number>;
  read: (place: TownOfWave) => Promise<MatrixReading>;
}

export function createDataMatrix(matrix: MatrixRepository): DataMatrix {
  const recent = new RecentValues<MatrixReading | null>(KEPT_TOWNS);

  async function versionOf(place: TownOfWave): Promise<number> {
    return (await matrix.findHead(place))?.version ?? 0;
  }

  async function readAt(place: TownOfWave, version: number): Promise<MatrixReading | null> {
    const blocks = (await matrix.listBlocks(place)).filter((block) => block.rows > 0);
    // Blocks read while a fold committed may not fit together: then the version has moved on and they are read anew.
    if ((await versionOf(place)) !== version) return null;
    if (blocks.length === 0) return { version, columns: null };
    return { version, columns: { ...columnsFromBlocks(blocks.map(dataColumnsOf)), facts: interviewFactsFrom(blocks) } };
  }

  return {
    versionOf,
    async read(place) {
      for (let attempt = 0; attempt < READ_ATTEMPTS; attempt += 1) {
        const version = await versionOf(place);
        const reading = await recent.get(`${place.wave}/${place.townId}/${version}`, () => readAt(place, version));
        if (reading !== null) return reading;
      }
      throw new Error(`the data matrix of ${place.wave} changes faster than it can be read`);
    },
  };
}
