import type { Computed } from './computed.js';

export const descriptive: Record<string, Computed> = {};
