import type { Rule } from './types.ts';

export const dataPull: Rule = {
  id: 'data-pull',
  group: 'sharing',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['"向" ..10 PARTNER ..6 READ'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
