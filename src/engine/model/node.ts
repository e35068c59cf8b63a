/** The model files for Node: command line, tests, scripts. */
import { readFileSync } from 'node:fs';
import { LinearModel, type ModelName } from './linear.ts';

/** The model of `dict/NAME.bin`; throws where the file is missing or not of the format. */
export function loadModelFile(name: ModelName): LinearModel {
  return LinearModel.parse(readFileSync(new URL(`../../../dict/${name}.bin`, import.meta.url)));
}
