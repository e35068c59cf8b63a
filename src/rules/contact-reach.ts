import type { Rule } from './types.ts';

export const contactReach: Rule = {
  id: 'contact-reach',
  group: 'people',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['REACH ..10 CONTACT|KIN|ADDRESS_BOOK'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
