import type { Rule } from './types.ts';

export const marketing: Rule = {
  id: 'marketing',
  group: 'sharing',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['MARKETING'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
