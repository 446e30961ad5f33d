import { Schema, type Connection } from 'mongoose';

const scenarioMethodSchema = new Schema(
  {
    /** `<id>/<version>`: of two people who make the same version at once, the second one is refused. */
    _id: { type: String, required: true },
    method: { type: Schema.Types.Mixed, required: true },
    change: {
      type: { _id: false, at: Date, by: String, byName: String, why: String },
      required: true,
    },
  },
  { collection: 'scenario_methods', versionKey: false, strict: 'throw', minimize: false },
);

export function scenarioMethodModel(connection: Connection) {
  return connection.model('ScenarioMethod', scenarioMethodSchema);
}
