import { Schema, type Connection, type Model } from 'mongoose';

interface ManifestDocument {
  _id: string;
  what: string;
  created: string;
  audience: unknown;
  manifest: unknown;
}

const manifestSchema = new Schema<ManifestDocument>(
  {
    _id: { type: String, required: true },
    what: { type: String, required: true },
    created: { type: String, required: true },
    audience: { type: Schema.Types.Mixed, required: true },
    manifest: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'exportManifests', versionKey: false, strict: 'throw', minimize: false },
);
manifestSchema.index({ what: 1, created: -1 });

export function manifestModel(connection: Connection): Model<ManifestDocument> {
  return (
    (connection.models.ExportManifest as Model<ManifestDocument> | undefined) ??
    connection.model<ManifestDocument>('ExportManifest', manifestSchema)
  );
}
