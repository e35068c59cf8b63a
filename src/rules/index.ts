import { contactCollect } from './contact-collect.ts';
import { contactReach } from './contact-reach.ts';
import { debtDisclosure } from './debt-disclosure.ts';
import { contactWarranty } from './contact-warranty.ts';
import { addressBook } from './address-book.ts';
import { callSmsRecords } from './call-sms-records.ts';
import { shareAffiliate } from './share-affiliate.ts';
import { sharePartner } from './share-partner.ts';
import { shareCollector } from './share-collector.ts';
import { creditBureau } from './credit-bureau.ts';
import { dataPull } from './data-pull.ts';
import { marketing } from './marketing.ts';
import { consentBundled } from './consent-bundled.ts';
import { consentIrrevocable } from './consent-irrevocable.ts';
import type { Rule } from './types.ts';

/** In the order of `CATEGORIES`. */
export const RULES: readonly Rule[] = [
  contactCollect,
  contactReach,
  debtDisclosure,
  contactWarranty,
  addressBook,
  callSmsRecords,
  shareAffiliate,
  sharePartner,
  shareCollector,
  creditBureau,
  dataPull,
  marketing,
  consentBundled,
  consentIrrevocable,
];
