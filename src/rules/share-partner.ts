import type { Rule } from './types.ts';

export const sharePartner: Rule = {
  id: 'share-partner',
  group: 'sharing',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['SHARE ..20 PARTNER', 'PARTNER ..20 SHARE'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
