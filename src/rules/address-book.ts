import type { Rule } from './types.ts';

export const addressBook: Rule = {
  id: 'address-book',
  group: 'people',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['READ ..20 ADDRESS_BOOK'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
