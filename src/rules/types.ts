/** What a rule file holds. The patterns are read by `src/engine/classify/pattern.ts`; its docstring gives their grammar. */
import type { CategoryId, Effect, Group, Severity, Text } from '../types.ts';

/** One way of saying it. Every condition given must hold. */
export interface Pattern {
  /** Names the pattern in `--misses` and snapshots; unique within the rule. */
  id: string;
  effect: Effect;
  /** Only for sentences in this language; both without it. */
  language?: 'zh' | 'en';
  /** Sequences; one of them must match the sentence. */
  any: string[];
  /** Each of these must match the sentence too. */
  with?: string[];
  /** Declared exceptions: none of these may match the sentence. */
  except?: string[];
  /** One of these must match the lead-in (for an item of a list). */
  lead?: string[];
  /** None of these may match the lead-in. */
  notLead?: string[];
  /** One of these must match a heading above the sentence or the title. */
  under?: string[];
  /** None of these may match a heading above the sentence or the title. */
  notUnder?: string[];
  /**
   * `sentence` (default): the sequence lies in the sentence. `joined`: it may begin in the lead-in, or in the sentence
   * that this one continues, and must end in the sentence.
   */
  scope?: 'sentence' | 'joined';
  /** Ignore the sentence's `SentenceFlags` (definition, statutory list, …) that otherwise stop every rule. */
  evenIf?: SentenceFlag[];
  /** Overrides the rule's severity. */
  severity?: Severity;
  /** Stands in place of the rule's `why` where that would say too much or too little. */
  why?: Text;
}

/**
 * Kinds of sentence that are never findings unless a pattern says otherwise (TAXONOMY.md, rulings on effect):
 * `definition` "关联公司是指…"; `statutory` items such as "与国家安全直接相关的"; `switch-off` how to turn a permission off;
 * `other-users` what other people upload; `guardian` a child's guardian; `anonymous` aggregate or anonymous data;
 * `lender-only` binds the lender or investor only; `forbidden` what a list forbids; `no-warrant` what nobody can
 * warrant; `merger` who buys the firm gets its data;
 * `report` news of what somebody did; `question` what a list of questions asks.
 */
export type SentenceFlag =
  | 'definition'
  | 'statutory'
  | 'switch-off'
  | 'report'
  | 'question'
  | 'other-users'
  | 'guardian'
  | 'anonymous'
  | 'lender-only'
  | 'merger'
  | 'forbidden'
  | 'no-warrant';

/** An example that runs as a test. `text` may hold several sentences; `finds` lists this category's findings in it, in order. */
export interface Example {
  text: string;
  /** Exact quotes; an empty list is a true negative. */
  finds: { quote: string; effect: Effect }[];
  /** Why it is here, where that is not plain to see. */
  note?: string;
}

export interface Rule {
  id: CategoryId;
  group: Group;
  name: Text;
  patterns: Pattern[];
  /** Severity of a `grants` finding; `limits` are 1. */
  severity: Severity;
  /**
   * Templates for `Finding.why`: `{slot}` is a frame slot's label (actor, action, data, people, recipients, trigger,
   * consent; `audience` is people and recipients together), `{slot|words}` has a fallback, `[…]` is left out when a slot inside it is empty and has no fallback.
   */
  why: { grants: Text; limits: Text };
  todo: { grants: Text; limits: Text };
  /** At least 15, true and false positives, own wording. */
  examples: Example[];
}
