/** One figure of a measurement, beside the yardstick of the same run. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  yardstick?: { name: string; value: number };
}
