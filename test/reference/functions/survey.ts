import type { Computed } from './computed.js';

export const survey: Record<string, Computed> = {};
