import type { Computed } from './computed.js';

export const reliability: Record<string, Computed> = {};
