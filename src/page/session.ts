/** One page being read: gate → snapshot → ask the background → marks, and again whenever the page changes. */
import { isFailure, type Message, type PageState, type Reading, type ToBackground } from '../messages.ts';
import { DEFAULT_SETTINGS, saveSettings, type Settings } from '../store/settings.ts';
import { type MessageKey, setLanguage, t } from '../ui/i18n.ts';
import { severeIn } from '../ui/words.ts';
import type { Finding, OutlineEntry, Report, Unread } from '../types.ts';
import { type Act, actOf, atMoment, type Source } from './agreeing.ts';
import { Beside, type NoteShown } from './beside/index.tsx';
import { nameOf } from './beside/mark.tsx';
import { isSheet } from './card/place.ts';
import { ConsentReader, isThere, type LiveRow } from './consent.ts';
import { tickedNow } from './consent-row.ts';
import { type ContactForm, contactForm } from './contact-form.ts';
import { contactNote } from './contact-note.ts';
import { asksForContacts, gate, type Verdict } from './gate.ts';
import { grantKey } from './grants.ts';
import { canHighlight, Highlighter } from './highlight.ts';
import { commandOf, keyName } from './keys.ts';
import { type Linked, LinkedDocuments } from './linked.ts';
import { isIntact, type Mark, placeMarks, placePieces } from './marks.ts';
import { markAt } from './pointer.ts';
import { type Band, reveal } from './reveal.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { isAlive } from './trees.ts';
import { Ui } from './ui.tsx';
import { Watcher } from './watch.ts';

/** The session's way to the rest of the extension. */
export interface Extension {
  /** Sends a request to the background; rejects when nothing answers. */
  send: (message: Message<ToBackground>) => Promise<unknown>;
  /** `false` once the extension was updated or removed and has left this script behind. */
  alive: () => boolean;
}

/** A burst of changes is waited out, in ms, but not for longer than `PATIENCE`. */
const SETTLE = 120;
const PATIENCE = 600;
/** A page that keeps changing is kept by snapshots for this share of the time at most, and by the engine for half of it. */
const BUDGET = 0.1;
/** Gate checks of a page that stays closed come at ever longer intervals, up to this, in ms, and when the page is idle. */
const CLOSED_INTERVAL = 2000;
/** What the reader has just opened may be an agreement: then a closed page is looked at again after this, in ms. */
const OPENED_INTERVAL = 300;
/** A page that was closed at first is looked at once more, shadow roots and all. */
const SECOND_LOOK = 300;
/** Less text than this on a page says nothing. */
const SOME_TEXT = 20;
/** How long a page without text is given for it to come, before it is said that it could not be read, in ms. */
const LATE_TEXT = 1000;
/** Reports on texts that may come back (a dialog closed and opened, a route and back), if they are not long. */
const KNOWN_REPORTS = 6;
const KNOWN_CHARS = 300_000;
const MIDDLE: Band = { top: 0.15, at: 0.35, bottom: 0.6 };
/** On phones the card takes the lower part of the screen. */
const ABOVE_SHEET: Band = { top: 0.05, at: 0.12, bottom: 0.25 };
/** A heading stands above what it heads, clear of a bar that sticks to the top. */
const NEAR_TOP: Band = { top: 0.1, at: 0.15, bottom: 0.25 };
/** Pages draw a tick a little after the click that makes it, in ms. */
const DRAWN = 60;
/** How long the line at the moment of agreeing stays if nobody is at it, and is looked after then, in ms. */
const LINE_STAYS = 20_000;
const LINE_HELD = 2000;
/** A page that never rests is not waited for longer than this before a document is read, in ms. */
const REST = 3000;

export class Session {
  readonly #document: Document;
  readonly #extension: Extension;
  readonly #watcher: Watcher;
  readonly #highlighter = new Highlighter();
  readonly #ended = new AbortController();
  readonly #known = new Map<string, Report>();
  #settings: Settings = DEFAULT_SETTINGS;
  #state: Reading = { status: 'not-checked' };
  #snapshot: Snapshot | undefined;
  #marks: Mark[] = [];
  #ui: Ui | undefined;
  /** The user asked for this page, whatever the gate says. */
  #asked = false;
  #address: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstChange = 0;
  #notBefore = 0;
  #withoutTextSince = 0;
  /** How long the last snapshot kept the page, in ms. */
  #busy = 0;
  #running: Promise<void> | undefined;
  #changedWhileRunning = false;
  #verifying = false;
  #closedChecks = 0;
  /** The first look at a page is a quick one. */
  #looked = false;
  #listening = new AbortController();
  #heard = new WeakSet<Node>();
  #told = '';
  readonly #linked: LinkedDocuments;
  readonly #consent: ConsentReader;
  #verdict: Verdict = 'closed';
  #beside: Beside | undefined;
  /** Whether documents may be read without a click; asked for once. */
  #allowed: Promise<boolean> | undefined;
  #readingUnasked = false;
  #acts = new WeakSet<Event>();
  /** The row of the line at the moment of agreeing, and the line; addresses on which there was one. */
  #line: { row: string; note: NoteShown } | undefined;
  #lineTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #agreedAt = new Set<string>();
  /** What the note beside a form says already. */
  #said: MessageKey | undefined;
  readonly #formsClosed = new Set<string>();
  #form: { on: Snapshot; form: ContactForm | undefined } | undefined;

  constructor(document: Document, extension: Extension, settings: Settings) {
    this.#document = document;
    this.#extension = extension;
    this.#address = document.location.href;
    this.#linked = new LinkedDocuments({
      address: () => document.location.href,
      request: (message) => this.#request(message),
      changed: () => this.#documentsChanged(),
    });
    this.#consent = new ConsentReader(this.#linked, wasUsed());
    this.#watcher = new Watcher(document, (node) => this.#ui?.host.is(node) ?? false, {
      changed: () => this.#changed(),
      routed: () => this.#routed(),
      layered: () => this.#ui?.host.raise(),
      returned: () => {
        // The tab's badge went when the reader left; the page came back as it was.
        this.#told = '';
        this.#tell();
      },
    });
    this.use(settings);
    void this.#run();
  }

  get state(): PageState {
    return { ...this.#state, consent: this.#consent.state };
  }

  /** Takes new settings; switching the site off ends what is shown. */
  use(settings: Settings): void {
    const was = this.#off;
    this.#settings = settings;
    setLanguage(settings.language);
    if (this.#off) this.#clear();
    else if (was) this.#schedule(0);
    this.#show();
    this.#readUnasked();
  }

  /** Reads one of `Consent.documents` for the popup, which has asked for permission where that is needed. */
  async readDocument(index: number): Promise<PageState> {
    const document = this.#consent.documents[index];
    if (document) await this.#linked.open(document, false);
    return this.state;
  }

  /** Reads the page now, whatever the gate says. */
  async check(): Promise<PageState> {
    this.#asked = true;
    this.#known.clear();
    while (this.#running) await this.#running;
    await this.#run();
    return this.state;
  }

  /** Shows a finding on the page and opens its card. `false`: its text is no longer there. */
  jump(finding: number): boolean {
    const mark = this.#marks.find(({ findings }) => findings.includes(finding));
    if (!mark || !isIntact(mark)) return false;
    this.#open(mark, finding, false);
    return true;
  }

  /** The document map of the text that was read, empty where none was. Rejects when the background does not answer. */
  async outline(): Promise<OutlineEntry[]> {
    if (!this.#snapshot || this.#state.status !== 'checked') return [];
    const entries = await this.#request({ type: 'engine.outline', text: this.#snapshot.text });
    if (!Array.isArray(entries)) throw new Error('no answer');
    return entries as OutlineEntry[];
  }

  /** Shows a place of the text. `false`: `quote` no longer stands there. */
  go({ start, quote }: Pick<OutlineEntry, 'start' | 'quote'>): boolean {
    const pieces = placePieces(this.#snapshot?.runs ?? [], { start, end: start + quote.length, quote });
    const [first] = pieces;
    if (!first || !isIntact({ pieces })) return false;
    reveal(first.range, NEAR_TOP);
    return true;
  }

  /** Takes away all that is shown and stops. */
  end(): void {
    this.#ended.abort();
    this.#listening.abort();
    this.#linked.end();
    clearTimeout(this.#timer);
    clearTimeout(this.#lineTimer);
    this.#watcher.stop();
    this.#highlighter.draw([], this.#snapshot?.roots ?? []);
    this.#beside?.remove();
    this.#ui?.remove();
  }

  get #off(): boolean {
    return this.#settings.disabledSites.includes(this.#document.location.hostname);
  }

  // ---- noticing changes

  #changed(): void {
    // The new version's script has come, or none will: its host is a change too.
    if (!this.#extension.alive()) return this.end();
    this.#verify();
    this.#schedule();
  }

  #routed(): void {
    this.#firstChange = 0;
    this.#notBefore = 0;
    this.#closedChecks = 0;
    this.#schedule();
  }

  /** Takes away marks whose text has changed, before the change is painted. */
  #verify(): void {
    if (this.#verifying || (this.#marks.length === 0 && this.#consent.rows.length === 0)) return;
    this.#verifying = true;
    requestAnimationFrame(() => {
      this.#verifying = false;
      const intact = this.#marks.filter(isIntact);
      if (intact.length < this.#marks.length) this.#setMarks(intact);
      else this.#ui?.reposition();
      this.#beside?.follow();
      this.#ui?.host.settle();
    });
  }

  #schedule(settle = SETTLE): void {
    if (this.#ended.signal.aborted) return;
    if (this.#running) {
      this.#changedWhileRunning = true;
      return;
    }
    const now = performance.now();
    this.#firstChange ||= now;
    const rest =
      this.#closedChecks > 0 && hasActed() ? Math.min(this.#notBefore, now + OPENED_INTERVAL) : this.#notBefore;
    const due = Math.max(Math.min(now + settle, this.#firstChange + PATIENCE), rest);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#whenIdle(), due - now);
  }

  /** A page that is being read is not kept waiting; a closed one must not feel the gate. */
  #whenIdle(): void {
    if (this.#closedChecks === 0 || !('requestIdleCallback' in globalThis)) void this.#run();
    else requestIdleCallback(() => void this.#run(), { timeout: hasActed() ? OPENED_INTERVAL : CLOSED_INTERVAL });
  }

  async #run(): Promise<void> {
    if (this.#running) {
      this.#changedWhileRunning = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#firstChange = 0;
    this.#changedWhileRunning = false;
    const start = performance.now();
    this.#running = this.#pass();
    await this.#running;
    this.#running = undefined;
    const now = performance.now();
    const closed = this.#state.status === 'not-checked';
    this.#closedChecks = closed ? this.#closedChecks + 1 : 0;
    const rest = closed
      ? Math.min(CLOSED_INTERVAL, 100 * 2 ** this.#closedChecks)
      : Math.max(now - start, this.#busy * (1 / BUDGET - 1));
    this.#notBefore = Math.max(this.#notBefore, now + rest);
    if (this.#changedWhileRunning) this.#schedule();
    else if (this.#closedChecks === 1) this.#schedule(SECOND_LOOK);
  }

  // ---- one pass

  async #pass(): Promise<void> {
    if (this.#off || this.#ended.signal.aborted) return;
    const address = this.#document.location.href;
    if (address !== this.#address) {
      this.#address = address;
      this.#asked = false;
      this.#withoutTextSince = 0;
      this.#dropLine();
    }
    this.#verdict = this.#judge();
    const verdict = this.#verdict;
    this.#looked = true;
    if (verdict === 'closed') {
      this.#clear();
      return;
    }
    this.#watcher.follow([]);
    if (this.#state.status === 'not-checked') {
      if (verdict !== 'unreadable') void this.#request({ type: 'engine.wake' }).catch(() => {});
      this.#setState({ status: 'checking' });
    }
    try {
      await this.#read(verdict === 'unreadable');
    } catch {
      this.#couldNotCheck([{ reason: 'engine-failed', where: '' }, ...(this.#snapshot?.unread ?? [])]);
    }
  }

  #judge(): Verdict {
    if (this.#asked) return 'agreement';
    const verdict = gate(this.#document, this.#looked);
    // A form for contacts says little by itself; what was read before it bears on it.
    const bears = verdict === 'closed' && this.#linked.read.length > 0 && asksForContacts(this.#document);
    return bears ? 'sign-up' : verdict;
  }

  async #read(unreadable: boolean): Promise<void> {
    const snapshot = await takeSnapshot(this.#document);
    this.#busy = snapshot.busy;
    this.#snapshot = snapshot;
    this.#watcher.follow(snapshot.roots);
    this.#findConsent(snapshot);
    if (unreadable || snapshot.text.trim().length < SOME_TEXT) {
      if (this.#mayComeLate()) return;
      this.#couldNotCheck(snapshot.unread.length > 0 ? snapshot.unread : [{ reason: 'no-text', where: '' }]);
      return;
    }
    const report = await this.#report(snapshot);
    if (!this.#ended.signal.aborted && !this.#off) this.#checked(snapshot, report);
  }

  /** Whether to look again before saying that nothing can be read; not when the reader asked and waits. */
  #mayComeLate(): boolean {
    if (this.#asked || this.#state.status !== 'checking') return false;
    const now = performance.now();
    this.#withoutTextSince ||= now;
    if (now - this.#withoutTextSince >= LATE_TEXT) return false;
    this.#changedWhileRunning = true;
    this.#notBefore = this.#withoutTextSince + LATE_TEXT;
    return true;
  }

  async #report({ text, unread }: Snapshot): Promise<Report> {
    const report = this.#known.get(text) ?? (await this.#analyze(text));
    this.#known.delete(text);
    this.#known.set(text, report);
    for (const [old] of this.#known) {
      if (old !== text && (this.#known.size > KNOWN_REPORTS || old.length > KNOWN_CHARS)) this.#known.delete(old);
    }
    const all = [...(report.unread ?? []), ...unread];
    return all.length > 0 ? { ...report, unread: all } : report;
  }

  async #request(message: Message<ToBackground>): Promise<unknown> {
    const reply = await this.#extension.send(message);
    if (isFailure(reply)) throw new Error(reply.error);
    return reply;
  }

  /** Asked twice: the worker may die under the first request, which then ends in an error or in no answer. */
  async #analyze(text: string): Promise<Report> {
    const { href: url } = this.#document.location;
    const ask = () => this.#request({ type: 'engine.analyze', text, url, title: this.#document.title });
    const first = await ask().catch(() => undefined);
    const report = first ?? (await ask());
    if (typeof report !== 'object' || report === null || !('findings' in report)) throw new Error('no answer');
    return report as Report;
  }

  // ---- what came of it

  #checked(snapshot: Snapshot, report: Report): void {
    const marks = placeMarks(snapshot, report.findings);
    this.#state = { status: 'checked', report, marked: 0 };
    this.#ui ??= this.#newUi();
    this.#setMarks(marks);
    const open = count(this.#consent.documents, ({ state }) => state.status !== 'read');
    this.#ui.announce(report, canHighlight(window), open);
    this.#showBeside();
    this.#tell();
  }

  #couldNotCheck(unread: Unread[]): void {
    this.#setMarks([]);
    this.#setState({ status: 'could-not-check', unread });
  }

  #clear(): void {
    this.#setMarks([]);
    this.#snapshot = undefined;
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#heard = new WeakSet();
    this.#consent.clear();
    this.#dropLine();
    this.#beside?.remove();
    this.#beside = undefined;
    this.#ui?.remove();
    this.#ui = undefined;
    if (this.#state.status !== 'not-checked') this.#setState({ status: 'not-checked' });
  }

  #setState(state: Reading): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    const { status } = this.#state;
    const { documents } = this.#consent;
    // Two names may lead to one document.
    const read = documents.flatMap(({ state }) => (state.status === 'read' ? [state.report] : []));
    const reports = [...(this.#state.status === 'checked' ? [this.#state.report] : []), ...new Set(read)];
    const told = {
      status,
      severe: sum(reports, severeIn),
      findings: sum(reports, ({ findings }) => findings.length),
      unread:
        sum(reports, ({ unread = [] }) => unread.length) + count(documents, ({ state }) => state.status === 'failed'),
      waiting: count(documents, ({ state }) => state.status === 'unread' || state.status === 'reading'),
    };
    if (this.#told === Object.values(told).join()) return;
    this.#told = Object.values(told).join();
    void this.#request({ type: 'page.changed', ...told }).catch(() => {});
  }

  #setMarks(marks: Mark[]): void {
    if (marks.length === 0 && this.#marks.length === 0) return this.#show();
    this.#marks = marks;
    this.#highlighter.draw(marks, this.#snapshot?.roots ?? []);
    if (this.#state.status === 'checked') {
      const marked = marks.reduce((sum, { findings }) => sum + findings.length, 0);
      this.#state = { ...this.#state, marked };
    }
    this.#show();
  }

  // ---- what the reader sees and does

  #newUi(): Ui {
    return new Ui(this.#document, {
      step: (by) => this.#step(by),
      pick: (finding) => void this.jump(finding),
      go: (mark) => this.#open(mark, mark.findings[0]!, true),
    });
  }

  #show(): void {
    if (this.#state.status !== 'checked') {
      this.#ui?.show({ marks: [], report: undefined, rail: false, length: 0 });
    } else {
      this.#ui?.show({
        marks: this.#marks,
        report: this.#state.report,
        rail: this.#settings.showRail,
        length: this.#snapshot?.text.length ?? 0,
      });
    }
  }

  // ---- what the page takes consent to

  #findConsent({ roots, text }: Snapshot): void {
    const start = performance.now();
    this.#listen();
    this.#consent.find(roots, text);
    this.#busy += performance.now() - start;
    this.#showBeside();
    this.#readUnasked();
  }

  #documentsChanged(): void {
    if (this.#ended.signal.aborted) return;
    this.#showBeside();
    this.#tell();
  }

  #showBeside(): void {
    const { rows } = this.#consent;
    if (this.#line && !rows.some(({ text }) => text === this.#line?.row)) this.#dropLine();
    const form = this.#formNote();
    if (!this.#beside && rows.length === 0 && !form) return;
    this.#ui ??= this.#newUi();
    this.#beside ??= new Beside(this.#document, this.#ui.host, {
      read: (document) => this.#readAsked(document),
      opened: () => this.#ui?.close(),
    });
    this.#beside.listen(this.#snapshot?.roots ?? []);
    this.#beside.show({ rows, agreeing: this.#line?.note, form });
    if (rows.length > 0) this.#announceRows();
  }

  #announceRows(): void {
    const { documents } = this.#consent;
    if (documents.length === 0) return;
    const key = keyName(this.#settings.keys.next);
    const names = documents.map(({ name }) => name).join();
    this.#beside?.announce(t('beside.found', { n: documents.length, key }), names);
  }

  #readAsked(document: Linked): void {
    void this.#linked.open(document, true).then(() => this.#beside?.say(document));
  }

  /** On a site the reader allowed for good, the page's own documents are read when the page rests. */
  #readUnasked(): void {
    if (!this.#settings.readLinked || this.#off || this.#readingUnasked) return;
    const { documents } = this.#consent;
    if (!documents.some((each) => each.sameOrigin && each.source !== null && each.state.status === 'unread')) return;
    this.#readingUnasked = true;
    this.#allowed ??= this.#request({ type: 'site.allowed' }).then(
      (allowed) => allowed === true,
      () => false,
    );
    void this.#allowed
      .then((allowed) => (allowed ? this.#linked.openUnasked(documents, () => this.#rest()) : undefined))
      .finally(() => (this.#readingUnasked = false));
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: REST });
      else setTimeout(resolve, SETTLE);
    });
  }

  /** Every report that was made on this page. */
  #sources(withPage: boolean): Source<Linked>[] {
    const page = withPage && this.#state.status === 'checked' ? [{ document: null, report: this.#state.report }] : [];
    const read = this.#linked.read.flatMap((document) =>
      document.state.status === 'read' ? [{ document, report: document.state.report }] : [],
    );
    return [...page, ...read];
  }

  // ---- the moment of agreeing

  /** Notices, without taking part, that the reader ticks a row's tick or presses its button. */
  #acted(event: Event): void {
    const path = event.composedPath();
    if (!event.isTrusted || this.#acts.has(event) || path.some((node) => this.#ui?.host.is(node))) return;
    this.#acts.add(event);
    const address = this.#document.location.href;
    for (const row of this.#consent.rows) {
      const { tick, button, agreements } = row;
      if (event.type === 'click' && button && path.includes(button)) {
        setTimeout(() => this.#agreed(row, address, () => 'press'), 0);
      } else if (tick?.kind === 'native') {
        if (event.type === 'change' && path.includes(tick.element))
          setTimeout(() => this.#agreed(row, address, (now) => (now === 'yes' ? 'tick' : 'untick')), 0);
      } else if (tick && event.type !== 'change' && !agreements.some(({ element }) => path.includes(element))) {
        if (!path.includes(tick.element) && !path.includes(row.element)) continue;
        const before = tickedNow(row) ?? 'unknown';
        setTimeout(() => this.#agreed(row, address, (now) => actOf(before, now)), DRAWN);
      }
    }
    this.#consent.touch(path);
  }

  #agreed(row: LiveRow, address: string, act: (now: 'yes' | 'no' | 'unknown') => Act | undefined): void {
    if (this.#ended.signal.aborted || this.#off || this.#document.location.href !== address) return;
    // Some pages make the row anew to draw its tick.
    const { roots, text } = this.#snapshot ?? { roots: [], text: '' };
    if (!isThere(row)) this.#consent.find(roots.filter(isAlive), text);
    const now = this.#consent.rows.find((each) => each.text === row.text && isThere(each));
    if (!now) return;
    const ticked = tickedNow(now);
    const done = act(ticked ?? 'unknown');
    if (!done) return;
    const bound = new Set(now.documents);
    const sources = this.#sources(now.here || this.#verdict === 'agreement').filter(
      ({ document }) => document === null || bound.has(document),
    );
    const quiet = this.#quiet || this.#agreedAt.has(address);
    const grave = atMoment({ act: done, ticked, sources, quiet });
    if (!grave || grantKey(grave.finding) === this.#said) {
      if (done === 'untick') this.#dropLine();
      return;
    }
    this.#agreedAt.add(address);
    const { document, finding } = grave;
    const doc = document && now.documents.length > 1 ? t('note.named', { name: nameOf(document) }) : t('note.this');
    this.#line = {
      row: now.text,
      note: {
        text: t(grantKey(finding), { doc }),
        onLook: () => this.#look(document, finding),
        onQuiet: () => {
          void saveSettings({ quietSites: [...this.#settings.quietSites, this.#document.location.hostname] });
          this.#dropLine();
        },
        onClose: () => this.#dropLine(),
        anchor: now.element,
        keep: [now.element, ...(now.tick ? [now.tick.element] : []), ...(now.button ? [now.button] : [])],
      },
    };
    this.#lineTimer = setTimeout(() => this.#lineIsOld(), LINE_STAYS);
    this.#showBeside();
  }

  get #quiet(): boolean {
    return this.#settings.quietSites.includes(this.#document.location.hostname);
  }

  #lineIsOld(): void {
    if (this.#beside?.isHeld('agreeing')) this.#lineTimer = setTimeout(() => this.#lineIsOld(), LINE_HELD);
    else this.#dropLine();
  }

  #dropLine(): void {
    if (!this.#line) return;
    clearTimeout(this.#lineTimer);
    this.#line = undefined;
    this.#showBeside();
  }

  /** Opens what a note speaks of. */
  #look(document: Linked | null, finding: Finding): void {
    if (document) this.#beside?.open(document, finding, true);
    else if (this.#state.status === 'checked') {
      const index = this.#state.report.findings.indexOf(finding);
      const mark = this.#marks.find(({ findings }) => findings.includes(index));
      if (mark) this.#open(mark, index, true);
    }
  }

  // ---- forms that ask for other people

  /** Looked for once a snapshot: what is known of documents changes more often than the page. */
  #formOn(snapshot: Snapshot | undefined): ContactForm | undefined {
    if (!snapshot) return undefined;
    if (this.#form?.on !== snapshot) {
      const form = snapshot.roots.map((root) => contactForm(root)).find((each) => each !== null);
      this.#form = { on: snapshot, form: form ?? undefined };
    }
    return this.#form.form;
  }

  #formNote() {
    this.#said = undefined;
    const place = this.#document.location.href;
    if (this.#quiet || this.#verdict === 'closed' || this.#formsClosed.has(place)) return undefined;
    const sources = this.#sources(true);
    if (sources.length === 0) return undefined;
    const form = this.#formOn(this.#snapshot);
    if (!form) return undefined;
    const unread = this.#consent.documents.filter(({ state }) => state.status !== 'read');
    const note = contactNote({ sources, unread, pageIsAgreement: this.#verdict === 'agreement' });
    if (!note) return undefined;
    this.#said = note.finding && grantKey(note.finding);
    const { document, finding } = note;
    return {
      form,
      text: note.text,
      more: note.more,
      onLook: finding ? () => this.#look(document, finding) : undefined,
      onClose: () => {
        this.#formsClosed.add(place);
        this.#showBeside();
      },
      anchor: form.anchor,
      keep: form.fields,
    };
  }

  #step(by: 1 | -1): void {
    const count = this.#marks.length;
    if (count === 0) return;
    const at = this.#marks.findIndex((mark) => mark === this.#ui?.opened);
    const to = at === -1 ? (by === 1 ? 0 : count - 1) : (at + by + count) % count;
    const mark = this.#marks[to]!;
    this.#open(mark, mark.findings[0]!, true);
  }

  /** By keyboard it goes on from the clauses to the names of documents, and round. */
  #stepAll(by: 1 | -1): void {
    const beside = this.#beside;
    const at = this.#marks.findIndex((mark) => mark === this.#ui?.opened);
    const leaves = this.#marks.length === 0 || (at === -1 ? by === -1 : !(at + by in this.#marks));
    if (beside?.hasFocus) {
      if (beside.step(by, this.#marks.length === 0)) return;
    } else if (beside?.hasMarks && leaves) {
      this.#ui?.close();
      beside.step(by);
      return;
    }
    this.#step(by);
  }

  #open(mark: Mark, finding: number, focus: boolean): void {
    const [first] = mark.pieces;
    if (!first || !isIntact(mark)) return;
    this.#beside?.close();
    reveal(first.range, isSheet({ width: window.innerWidth }) ? ABOVE_SHEET : MIDDLE);
    this.#ui?.open(mark, finding, focus);
  }

  /** Listens to the page without taking part: passive, nothing stopped or prevented. */
  #listen(): void {
    const options = { signal: this.#listening.signal, capture: true, passive: true };
    for (const root of this.#snapshot?.roots ?? []) {
      if (this.#heard.has(root)) continue;
      this.#heard.add(root);
      root.addEventListener('click', (event) => this.#clicked(event as MouseEvent), options);
      root.addEventListener('change', (event) => this.#acted(event), options);
      // Keys come up to the document; what was clicked in a closed shadow root only that root can tell.
      if (root.nodeType === 9)
        root.addEventListener('keydown', (event) => this.#pressed(event as KeyboardEvent), options);
    }
  }

  #clicked(event: MouseEvent): void {
    this.#acted(event);
    const path = event.composedPath();
    // A name is for the page to open.
    if (this.#consent.rows.some(({ agreements }) => agreements.some(({ element }) => path.includes(element)))) return;
    const mark = markAt(this.#marks, event);
    if (!mark) return;
    this.#beside?.close();
    this.#ui?.open(mark, mark.findings[0]!, true);
  }

  #pressed(event: KeyboardEvent): void {
    const command = commandOf(event, this.#settings.keys);
    // Escape in the card is the card's own affair.
    if (command === 'close' && event.composedPath().some((node) => this.#ui?.host.is(node))) return;
    if (command === 'next') this.#stepAll(1);
    else if (command === 'previous') this.#stepAll(-1);
    else if (command === 'close') {
      this.#ui?.close();
      this.#beside?.close();
    } else if (event.key === ' ' || event.key === 'Enter') this.#acted(event);
  }
}

/** Whether the reader clicked or typed a moment ago. */
function hasActed(): boolean {
  return navigator.userActivation.isActive;
}

/** Whether the reader has clicked or typed on this page already, as they may have where the script comes on their command. */
function wasUsed(): boolean {
  const { eventCounts } = performance as { eventCounts?: ReadonlyMap<string, number> };
  return ['click', 'keydown'].some((type) => (eventCounts?.get(type) ?? 0) > 0);
}

function sum<T>(list: readonly T[], number: (each: T) => number): number {
  return list.reduce((total, each) => total + number(each), 0);
}

function count<T>(list: readonly T[], counts: (each: T) => boolean): number {
  return list.filter(counts).length;
}
