import { Schema, type Connection } from 'mongoose';

const savedSchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    data: { type: String, required: true, index: true },
    preset: { type: String, default: null },
    transformations: { type: [Schema.Types.Mixed], required: true },
    models: { type: [Schema.Types.Mixed], required: true },
    figures: { type: [Schema.Types.Mixed], required: true },
    software: { type: String, required: true },
    savedAt: { type: Date, required: true },
    savedBy: { type: new Schema({ account: String, name: String }, { _id: false }), required: true },
  },
  { collection: 'analysis_saved', versionKey: false, strict: 'throw', minimize: false },
);

export function savedAnalysisModel(connection: Connection) {
  return connection.model('SavedAnalysis', savedSchema);
}
