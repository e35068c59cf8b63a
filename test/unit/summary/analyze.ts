/** The whole engine over lines of our own. */
import { createEngine } from '../../../src/engine/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';
import type { Answer, QuestionId, Report } from '../../../src/types.ts';

const engine = createEngine(loadSegmenter());

export const analyze = (...lines: string[]): Report => engine.analyze(lines.join('\n'));

export function answerTo(question: QuestionId, report: Report): Answer {
  return report.answers.find((answer) => answer.question === question)!;
}
