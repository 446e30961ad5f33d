import { z } from 'zod';
import { SlugSchema } from './wave.js';

export const WaveAddressSchema = z.object({ slug: SlugSchema });
