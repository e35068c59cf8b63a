/** The contracts every part of the project shares: what a finding is and what a report holds. */

/** A text shown to people, in simplified Chinese and English. Traditional Chinese is derived from `zh` when shown. */
export interface Text {
  zh: string;
  en: string;
}

export const CATEGORIES = [
  'contact-collect',
  'contact-reach',
  'debt-disclosure',
  'contact-warranty',
  'address-book',
  'call-sms-records',
  'share-affiliate',
  'share-partner',
  'share-collector',
  'credit-bureau',
  'data-pull',
  'marketing',
  'consent-bundled',
  'consent-irrevocable',
] as const;
export type CategoryId = (typeof CATEGORIES)[number];

export const GROUPS = ['people', 'sharing', 'consent'] as const;
export type Group = (typeof GROUPS)[number];

/** `grants` gives a power or takes a consent; `limits` promises not to, or only after a separate consent. */
export type Effect = 'grants' | 'limits';
/** 1 worth knowing, 2 serious, 3 severe. */
export type Severity = 1 | 2 | 3;
export type Language = 'zh-Hans' | 'zh-Hant' | 'en' | 'mixed';

/** Who lends decides which collection rule binds. */
export type LenderType = 'bank' | 'consumer-finance' | 'micro-loan' | 'platform' | 'unknown';

/** A rule of law that bears on a finding; ids are those of `dict/laws.json`. */
export interface LawRef {
  id: string;
  /** Name of the law or rule. */
  name: Text;
  /** "第二十三条"; absent where the article number is not verified. */
  article?: string;
  /** ISO date since when it is in force. */
  inForce?: string;
  /** 法律, 行政法规, 推荐性国家标准 … */
  level: Text;
  /** Whom it binds. */
  binds: Text;
  /** One plain sentence saying what it means for the reader. */
  plain: Text;
}

/** Who does what, with which data, about whom, to whom, when, on what consent: words as they stand in the text. */
export interface Frame {
  actor?: string;
  action?: string;
  data?: string[];
  people?: string[];
  recipients?: string[];
  trigger?: string;
  consent?: string;
}

export interface Finding {
  category: CategoryId;
  group: Group;
  effect: Effect;
  severity: Severity;
  /** 0..1, calibrated: of the findings at 0.8, four in five are right. */
  confidence: number;
  /** UTF-16 offsets into the text as given, end exclusive. */
  start: number;
  end: number;
  /** Always `text.slice(start, end)`. */
  quote: string;
  /** The numbers and headings above it, outermost first: `["第三条 信息授权", "3.2"]`. */
  clause: string[];
  frame: Frame;
  why: Text;
  laws: LawRef[];
  /** What the reader can do. */
  todo: Text;
}

export const QUESTIONS = ['contacts', 'phone-data', 'disclosure', 'recipients', 'withdrawal'] as const;
/** 1 contact family, 2 read address book, 3 tell others, 4 who gets my data, 5 can I go back. */
export type QuestionId = (typeof QUESTIONS)[number];
/** 会 / 有条件 / 承诺不会 / 没有写 / 前后矛盾. */
export type Verdict = 'yes' | 'conditional' | 'promised-not' | 'not-stated' | 'contradictory';

export interface Answer {
  question: QuestionId;
  verdict: Verdict;
  /** One sentence that answers the question for this document. */
  text: Text;
  /** Indices into `Report.findings`, strongest first. */
  evidence: number[];
}

export interface Contradiction {
  /** Index into `Report.findings` of the `limits` finding. */
  promise: number;
  /** Index into `Report.findings` of the `grants` finding. */
  grant: number;
  text: Text;
}

/** A part of the document that could not be checked. Never shown as clear. */
export interface Unread {
  reason:
    | 'canvas'
    | 'image'
    | 'cross-origin-frame'
    | 'closed-shadow-root'
    | 'pdf-without-text'
    | 'too-large'
    | 'no-text'
    | 'other-language'
    | 'engine-failed'
    /** An agreement that the page asks to accept; said in exports, by the side that knows what became of it. */
    | 'linked-document';
  /** Words that help the reader find it: an address, an `alt`, a page number. */
  where: string;
}

export interface PlatformRef {
  id: string;
  name: Text;
  /** The lender named in the text, as it stands there; never guessed from the platform. */
  lender?: string;
  lenderType: LenderType;
}

/** Something a fair agreement would say and this one does not. */
export interface Missing {
  id: string;
  text: Text;
}

/** What the sentences of an agreement are about: the topics of CAPP-130, in its order. */
export const TOPICS = [
  'collection',
  'permissions',
  'sharing',
  'use',
  'storage',
  'security',
  'special-audiences',
  'management',
  'contact',
  'change',
  'cessation',
] as const;
export type TopicId = (typeof TOPICS)[number];

/** A part of the agreement as its document map lists it. */
export interface OutlineEntry {
  /** The agreement's own heading, or a clause's number and first words; absent where the topic has to do. */
  title?: string;
  /** The title of the last one, where several small clauses are listed as one. */
  until?: string;
  /** What the part is about, strongest first, as far as that is sure; two at most. */
  topics: TopicId[];
  /** 0 for the agreement's main parts, 1 for parts of those. */
  level: 0 | 1;
  /** UTF-16 offsets into the text as given, end exclusive. */
  start: number;
  end: number;
  /** The first words: what stands at `start`, for finding the place again. */
  quote: string;
}

export interface Report {
  schema: 'mingtiao/report@1';
  id?: string;
  file?: string;
  url?: string;
  title?: string;
  /** ISO time, set by whoever asked for the report; the engine knows no clock. */
  checkedAt?: string;
  /** SHA-256 of the text as UTF-8, hex; set beside `checkedAt`. */
  sha256?: string;
  language: Language;
  platform?: PlatformRef;
  /** UTF-16 length of the text. */
  chars: number;
  /** In text order; at one place in the order of `CATEGORIES`. */
  findings: Finding[];
  /** Always five, in the order of `QUESTIONS`. */
  answers: Answer[];
  contradictions: Contradiction[];
  missing?: Missing[];
  unread?: Unread[];
}
