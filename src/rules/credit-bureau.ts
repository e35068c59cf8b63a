import type { Rule } from './types.ts';

export const creditBureau: Rule = {
  id: 'credit-bureau',
  group: 'sharing',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['BUREAU'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
