import type { Computed } from './computed.js';

export const regression: Record<string, Computed> = {};
