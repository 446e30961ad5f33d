import { Schema } from 'mongoose';

/** A text in three languages inside a stored document; a language may still be empty while a wave is planned. */
export const localizedTextType = new Schema({ kk: String, ru: String, en: String }, { _id: false, strict: 'throw' });
