import type { Rule } from './types.ts';

export const consentIrrevocable: Rule = {
  id: 'consent-irrevocable',
  group: 'consent',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['IRREVOCABLE'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
