import { describe, expect, it } from 'vitest';
import { Classifier } from '../../../src/engine/classify/index.ts';
import { encodeModel, LinearModel } from '../../../src/engine/model/linear.ts';
import { normalize } from '../../../src/engine/normalize/index.ts';
import { parse } from '../../../src/engine/parse/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';

const LABEL = 'contact-reach grants';
const BY_RULE = '您逾期后，我们会拨打您紧急联系人的电话。';
const BY_NONE = '贷款到期后，我们为您保留账户三十日。';

const segmenter = loadSegmenter();

/** Where a model with one label, that says the same of every sentence, finds that label. */
function foundIn(text: string, margin: number, word = 0.5): boolean {
  const calibration: [number, number][] = [[-2, 0]];
  const header = { labels: [LABEL], word: { zh: [word], en: [word] }, bias: [margin], threshold: [0], calibration };
  const model = LinearModel.parse(encodeModel(header, new Map([[1, Float64Array.of(1)]])));
  const normalized = normalize(text);
  const found = new Classifier(segmenter, model).classify(text, normalized, parse(text, normalized), '');
  return found.some(({ finding }) => `${finding.category} ${finding.effect}` === LABEL);
}

describe('what a rule finds', () => {
  it('stands where the model has little against it, and falls where it has more', () => {
    expect(foundIn(BY_RULE, -0.4)).toBe(true);
    expect(foundIn(BY_RULE, -0.6)).toBe(false);
  });

  it('stands against more where the label gives rules a heavier word', () => {
    expect(foundIn(BY_RULE, -0.6, 1.2)).toBe(true);
    expect(foundIn(BY_RULE, -1.3, 1.2)).toBe(false);
  });

  it('is not all that is found: the model finds more by itself, without a word that no rule has spoken', () => {
    expect(foundIn(BY_NONE, 5)).toBe(true);
    expect(foundIn(BY_NONE, -0.1, 1.2)).toBe(false);
  });
});
