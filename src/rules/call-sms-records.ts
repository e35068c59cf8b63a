import type { Rule } from './types.ts';

export const callSmsRecords: Rule = {
  id: 'call-sms-records',
  group: 'people',
  name: { zh: '', en: '' },
  severity: 2,
  patterns: [{ id: 'starter', effect: 'grants', any: ['READ ..20 CALL_RECORDS'] }],
  why: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  todo: { grants: { zh: '', en: '' }, limits: { zh: '', en: '' } },
  examples: [],
};
