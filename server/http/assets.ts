import express, { type Request, type RequestHandler } from 'express';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fingerprints of the files in views/assets by name, so that they can be cached for good. */
export type AssetVersions = ReadonlyMap<string, string>;

export function readAssetVersions(rootDir: string): AssetVersions {
  const folder = join(rootDir, 'views/assets');
  return new Map(
    readdirSync(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('base64url')
        .slice(0, 10),
    ]),
  );
}

/** The address of an asset with its fingerprint; an unknown file is a programming fault. */
export function assetUrl(req: Request, file: string): string {
  const version = (req.app.locals.assetVersions as AssetVersions).get(file);
  if (version === undefined) throw new Error(`no asset "${file}"`);
  return `/assets/${file}?v=${version}`;
}

export function serveAssets(rootDir: string): RequestHandler {
  return express.static(join(rootDir, 'views/assets'), { immutable: true, maxAge: '365d', index: false });
}
