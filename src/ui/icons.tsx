/** Small marks whose shape says what their colour says. Decoration: the word always stands beside them. */
import type { ComponentChildren } from 'preact';
import type { Verdict } from '../types.ts';
import type { Level } from './words.ts';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const TRIANGLE = 'M8 1.6 15.2 14H.8Z';
const LINE = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8, 'stroke-linecap': 'round' } as const;

const LEVELS: Record<Level, ComponentChildren> = {
  severe: <path fill="currentColor" d={TRIANGLE} />,
  serious: <path fill="currentColor" d="M8 1 15 8 8 15 1 8Z" />,
  minor: <circle cx="8" cy="8" r="4" fill="currentColor" />,
  promise: <path {...LINE} d="m3 8.5 3.4 3.5L13 4.5" />,
};

export function LevelIcon({ level }: { level: Level }) {
  return <Icon>{LEVELS[level]}</Icon>;
}

const VERDICTS: Record<Verdict, ComponentChildren> = {
  yes: LEVELS.severe,
  conditional: (
    <>
      <path {...LINE} d="M8 2.4 13.6 8 8 13.6 2.4 8Z" />
      <path fill="currentColor" d="M8 2v12L2 8Z" />
    </>
  ),
  'promised-not': LEVELS.promise,
  'not-stated': <path {...LINE} d="M4 8h8" stroke-dasharray="2 3" />,
  contradictory: <path {...LINE} d="M2 5h9m-3-3 3 3-3 3M14 11H5m3-3-3 3 3 3" />,
};

export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return <Icon>{VERDICTS[verdict]}</Icon>;
}

export function Chevron() {
  return (
    <Icon>
      <path {...LINE} d="m4 6 4 4 4-4" />
    </Icon>
  );
}
