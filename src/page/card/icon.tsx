import type { Level } from '../../ui/words.ts';

/** Each level has a shape of its own, so that colour is never all there is. */
const SHAPES: Record<Level, string> = {
  severe: 'M8 1l7 13H1z',
  serious: 'M8 1l7 7-7 7-7-7z',
  minor: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z',
  promise: 'M2 8.5l4 4 8-9',
};

export function LevelIcon({ level }: { level: Level }) {
  return (
    <svg class={`shape ${level}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[level]} />
    </svg>
  );
}
