import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { FinishedFile } from './files/produce.js';

/**
 * Sends a finished file with its length and digest. It is not to be compressed on the way, so that what arrives is what
 * was hashed; if the connection breaks, the length says that something is missing.
 */
export async function sendFile(req: Request, res: Response, { snapshot, stored }: FinishedFile): Promise<void> {
  const { manifest, audience } = stored;
  const isPublic = audience.kind === 'public';
  res
    .set('ETag', `"${manifest.sha256}"`)
    .set('Cache-Control', isPublic ? 'public, no-cache, no-transform' : 'private, no-store, no-transform')
    .set('Link', `<${manifestAddress(stored.id)}>; rel="describedby"; type="application/json"`);
  if (isPublic && req.fresh) {
    await snapshot.discard();
    res.status(304).end();
    return;
  }
  res
    .status(200)
    .type('text/csv; charset=utf-8')
    .attachment(manifest.file)
    .set('Content-Length', String(snapshot.bytes))
    .set('Repr-Digest', `sha-256=:${Buffer.from(snapshot.sha256, 'hex').toString('base64')}:`);
  if (req.method === 'HEAD') {
    await snapshot.discard();
    res.end();
    return;
  }
  // A reader who hangs up is no fault of ours; whatever is missing, the announced length says so.
  await pipeline(snapshot.read(), res).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

export function manifestAddress(id: string): string {
  return `/api/v1/manifests/${id}`;
}
