import { Schema, type Connection } from 'mongoose';

const workingSchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    data: { type: String, required: true, index: true },
    preset: { type: String, default: null },
    transformations: { type: [Schema.Types.Mixed], required: true },
    models: { type: [Schema.Types.Mixed], required: true },
    revision: { type: Number, required: true },
    changedAt: { type: Date, required: true },
    owner: { type: String, required: true, index: true },
  },
  { collection: 'analysis_regressions', versionKey: false, strict: 'throw', minimize: false },
);

export function workingAnalysisModel(connection: Connection) {
  return connection.model('RegressionAnalysis', workingSchema);
}
