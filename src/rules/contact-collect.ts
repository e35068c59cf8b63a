import type { Rule } from './types.ts';

export const contactCollect: Rule = {
  id: 'contact-collect',
  group: 'people',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['READ ..10 CONTACT', 'SHARE ..10 CONTACT'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
