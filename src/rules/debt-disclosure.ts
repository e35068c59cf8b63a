import type { Rule } from './types.ts';

export const debtDisclosure: Rule = {
  id: 'debt-disclosure',
  group: 'people',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['OVERDUE|BREACH ..20 DISCLOSE'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
