import { Schema, type Connection } from 'mongoose';

const scenarioEntrySchema = new Schema(
  {
    townId: { type: String, required: true },
    year: { type: Number, required: true },
    revision: { type: Number, required: true },
    figures: { type: [{ _id: false, input: String, typed: String, value: Number }], required: true },
    source: { type: String, default: '' },
    synthetic: { type: Boolean, required: true },
    savedAt: { type: Date, required: true },
    savedBy: { type: String, required: true },
    savedByName: { type: String, default: '' },
  },
  { collection: 'scenario_entries', versionKey: false, strict: 'throw' },
);
// Two people who save the same town and year at once would both make the same revision: the second one is refused.
scenarioEntrySchema.index({ townId: 1, year: 1, revision: 1 }, { unique: true });

export function scenarioEntryModel(connection: Connection) {
  return connection.model('ScenarioEntry', scenarioEntrySchema);
}
