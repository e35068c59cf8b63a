import type { Rule } from './types.ts';

export const shareCollector: Rule = {
  id: 'share-collector',
  group: 'sharing',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['COLLECTOR', '"委托" ..6 "催收"'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
