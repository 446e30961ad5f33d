import type { Computed } from './computed.js';

export const composite: Record<string, Computed> = {};
