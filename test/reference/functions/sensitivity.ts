import type { Computed } from './computed.js';

export const sensitivity: Record<string, Computed> = {};
