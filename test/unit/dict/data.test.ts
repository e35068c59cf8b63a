import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { canonical, dataFiles } from '../../../scripts/canonical.mjs';

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
ajv.addKeyword({ keyword: 'sortBy', schemaType: 'string' });
ajv.addKeyword({ keyword: 'sorted', schemaType: 'boolean' });

describe('data files', () => {
  it.each(dataFiles().map(({ file, schema }) => [file.slice(file.lastIndexOf('/dict/') + 1), file, schema] as const))(
    '%s has its canonical form and fits its schema',
    (_name, file, schema) => {
      const text = readFileSync(file, 'utf8');
      expect(text).toBe(canonical(text, schema));
      if (schema === undefined) return;
      const validate = ajv.compile(schema);
      validate(JSON.parse(text));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  it('has a schema for laws, their table and platforms', () => {
    const named = dataFiles().filter(({ schema }) => schema !== undefined);
    for (const name of ['laws.json', 'law-table.json', 'platforms.json'])
      expect(named.some(({ file }) => file.endsWith(`/dict/${name}`))).toBe(true);
  });
});

describe('canonical', () => {
  const schema = {
    type: 'array',
    sortBy: 'id',
    items: { properties: { id: {}, names: { sorted: true } } },
  };

  it('orders records by id as people count, keys as the schema lists them, lists by code point', () => {
    const text = '[{"names":["b","a"],"id":"X-13"},{"id":"X-6"}]';
    expect(JSON.parse(canonical(text, schema))).toEqual([{ id: 'X-6' }, { id: 'X-13', names: ['a', 'b'] }]);
  });

  it('keeps the order where no schema asks for one', () => {
    expect(canonical('{"b":[3,1],"a":{}}', undefined)).toBe('{\n  "b": [\n    3,\n    1\n  ],\n  "a": {}\n}\n');
  });
});
