import type { Computed } from './computed.js';

export const diversity: Record<string, Computed> = {};
