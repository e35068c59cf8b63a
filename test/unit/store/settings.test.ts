import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  DEFAULT_SETTINGS,
  onSettingsChanged,
  parseSettings,
  readSettings,
  saveSettings,
} from '../../../src/store/settings.ts';

const fake = vi.hoisted(() => {
  const listeners = new Set<(changes: Record<string, unknown>, area: string) => void>();
  const state = { stored: {} as Record<string, unknown>, full: false, broken: false };
  return {
    state,
    listeners,
    storage: {
      local: {
        get: async (key: string) => {
          if (state.broken) throw new Error('corrupt');
          return { [key]: state.stored[key] };
        },
        set: async (values: Record<string, unknown>) => {
          if (state.full) throw new Error('QUOTA_BYTES quota exceeded');
          for (const [key, newValue] of Object.entries(values)) {
            const changes = { [key]: { oldValue: state.stored[key], newValue } };
            state.stored[key] = newValue;
            for (const listener of listeners) listener(changes, 'local');
          }
        },
      },
      onChanged: {
        addListener: (listener: (changes: Record<string, unknown>, area: string) => void) => listeners.add(listener),
        removeListener: (listener: (changes: Record<string, unknown>, area: string) => void) =>
          listeners.delete(listener),
      },
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake }));

beforeEach(() => {
  Object.assign(fake.state, { stored: {}, full: false, broken: false });
  fake.listeners.clear();
});

describe('parsing what is stored', () => {
  test('nothing gives the defaults', () => {
    expect(parseSettings(undefined)).toEqual(DEFAULT_SETTINGS);
    expect(parseSettings(null)).toEqual(DEFAULT_SETTINGS);
    expect(parseSettings('settings')).toEqual(DEFAULT_SETTINGS);
  });

  test('each field of a wrong type takes its default, the others stay', () => {
    expect(
      parseSettings({
        language: 'fr',
        disabledSites: ['b.example', 7, 'a.example', 'b.example'],
        readLinked: 'no',
        quietSites: ['c.example', null, 'c.example'],
        showRail: false,
        keys: { next: 3 },
      }),
    ).toEqual({
      ...DEFAULT_SETTINGS,
      disabledSites: ['a.example', 'b.example'],
      quietSites: ['c.example'],
      showRail: false,
    });
    expect(parseSettings({ readLinked: false, quietSites: 'c.example' })).toEqual({
      ...DEFAULT_SETTINGS,
      readLinked: false,
    });
  });

  test('linked agreements are read unless the reader says otherwise', () => {
    expect(parseSettings({ language: 'en' })).toMatchObject({ readLinked: true, quietSites: [] });
  });

  test('fields of a newer version are left out', () => {
    expect(parseSettings({ ...DEFAULT_SETTINGS, theme: 'dark' })).toEqual(DEFAULT_SETTINGS);
  });

  test('whatever is stored, the result parses to itself', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const parsed = parseSettings(stored);
        expect(parseSettings(structuredClone(parsed))).toEqual(parsed);
      }),
    );
  });
});

describe('storage', () => {
  test('a change keeps the other settings', async () => {
    expect(await saveSettings({ language: 'en' })).toBe(true);
    expect(await saveSettings({ showRail: false })).toBe(true);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, language: 'en', showRail: false });
  });

  test('a full disk is told, and nothing changes', async () => {
    await saveSettings({ language: 'en' });
    fake.state.full = true;
    expect(await saveSettings({ language: 'zh-TW' })).toBe(false);
    expect((await readSettings()).language).toBe('en');
  });

  test('storage that cannot be read gives the defaults', async () => {
    fake.state.broken = true;
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  test('listeners hear changes of the settings and of nothing else, until they end', async () => {
    const heard: unknown[] = [];
    const end = onSettingsChanged((settings) => heard.push(settings.language));
    await saveSettings({ language: 'en' });
    for (const listener of fake.listeners) listener({ other: { newValue: 1 } }, 'local');
    for (const listener of fake.listeners) listener({ settings: { newValue: { language: 'zh-TW' } } }, 'sync');
    expect(heard).toEqual(['en']);
    end();
    await saveSettings({ language: 'zh-CN' });
    expect(heard).toEqual(['en']);
  });
});
