import { Schema, type Connection } from 'mongoose';

const datasetSchema = new Schema(
  {
    _id: String,
    kind: { type: String, required: true },
    name: { type: String, required: true },
    source: String,
    origin: { type: String, required: true },
    synthetic: { type: Boolean, required: true },
    csv: { type: String, required: true },
    rows: { type: Number, required: true },
    columns: { type: [{ _id: false, id: String, heading: String }], required: true },
    notes: { type: [Schema.Types.Mixed], default: undefined },
    savedAt: { type: Date, required: true },
    savedBy: String,
  },
  { collection: 'analysis_datasets', versionKey: false },
);

export function datasetModel(connection: Connection) {
  return connection.model('AnalysisDataset', datasetSchema);
}
