import { expect, it } from 'vitest';
import { newEnough } from '../../../scripts/setup/node.mjs';

it.each([
  ['v18.20.4', false],
  ['v20.20.2', false],
  ['v22.17.1', false],
  ['v22.18.0', true],
  ['v23.11.0', false],
  ['v24.0.0', true],
  ['24.21.0', true],
  ['v26.10.0', true],
])('Node %s is new enough: %s', (version, enough) => {
  expect(newEnough(version)).toBe(enough);
});
