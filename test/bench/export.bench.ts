import { once } from 'node:events';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BenchRow } from './benchRow.js';
import type { ExportMeasurement } from './exportRun.js';

/**
 * A file of 100,000 responses from the embedded store, made and sent, beside a plain copy of the same bytes. It runs in a process of
 * its own, so that the memory is that of the export.
 */
export async function benchExport(): Promise<BenchRow[]> {
  const child = fork(join(import.meta.dirname, 'exportRun.ts'), {
    execArgv: ['--max-old-space-size=96', '--import', 'tsx'],
    serialization: 'advanced',
  });
  const [measured] = (await once(child, 'message')) as [ExportMeasurement];
  const { rows, bytes, seconds, copySeconds, peakMegabytes, baseMegabytes } = measured;
  return [
    {
      name: `rows of responses.csv, from the store to the last byte sent (${rows} rows, ${Math.round(bytes / 1e6)} MB)`,
      value: rows / seconds,
      unit: 'rows/s',
      yardstick: { name: 'plain file copy of the same bytes', value: rows / copySeconds },
    },
    {
      name: 'peak memory while the file is made and sent, in a heap of 96 MB',
      value: peakMegabytes,
      unit: 'MB',
      yardstick: { name: 'the same process before it begins', value: baseMegabytes },
    },
  ];
}
