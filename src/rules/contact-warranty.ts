import type { Rule } from './types.ts';

export const contactWarranty: Rule = {
  id: 'contact-warranty',
  group: 'people',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['CONTACT|KIN ..10 CONSENT'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
