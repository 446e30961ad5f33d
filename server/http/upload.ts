import type { Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { AppError } from '../errors.js';

const MAX_TEXT_FIELDS = 10;
const MAX_TEXT_FIELD_BYTES = 10_000;

/**
 * Reads a form with one file into memory, never onto the disk, and only then checks its `_csrf` field (which stands in
 * the same body): nothing of the file has been used before. Larger files than allowed are refused while they arrive.
 */
export function uploadOneFile(field: string, maxBytes: number, protectUpload: RequestHandler): RequestHandler[] {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxBytes, files: 1, fields: MAX_TEXT_FIELDS, fieldSize: MAX_TEXT_FIELD_BYTES },
  }).single(field);
  return [
    (req, res, next) => {
      read(req, res, (error: unknown) => next(error === undefined ? undefined : asAppError(error)));
    },
    protectUpload,
  ];
}

/** The bytes of the uploaded file; null if the person chose none. */
export function uploadedBytes(req: Request): Uint8Array | null {
  const bytes = req.file?.buffer;
  return bytes === undefined || bytes.length === 0 ? null : bytes;
}

function asAppError(error: unknown): AppError {
  const tooLarge = error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE';
  return new AppError(tooLarge ? 'bodyTooLarge' : 'badRequest', { cause: error });
}
