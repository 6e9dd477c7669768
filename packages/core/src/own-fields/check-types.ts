import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import { IN_FORCE_IRI } from '../model/effective.ts';
import type { MixinSource, TypesSource } from '../model/source.generated.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { YamlSource } from '../read/read-yaml.ts';
import { ENTRY_SCHEMA } from '../read/validators.generated.js';
import { checkSchema } from './check-schema.ts';
import { fieldSet, withBuiltIn } from './resolve-types.ts';
import type { SchemaTools } from './schema-tools.ts';
import { BUILT_IN_KEYS, BUILT_IN_MIXINS } from './type-sources.ts';

/** Reports what is wrong with what types.yaml declares (`types-sound`), at the place of each fault. */
export function checkTypes(source: YamlSource<TypesSource>, tools: SchemaTools): void {
  const { file, yaml } = source;
  const declared = Object.keys(source.data.mixins ?? {});
  const data = withBuiltIn(source.data);
  const tell = (keys: KeyPath, reason: string, note: string, atKey = false): void => {
    report(file, 'types-sound', { reason, place: atKey ? yaml.locateKey(keys) : yaml.locate(keys), note });
  };
  const fields = Object.keys(data.fields ?? {});
  const mixins = Object.keys(data.mixins ?? {});
  for (const name of fields) {
    if (Object.hasOwn(ENTRY_SCHEMA.properties, name))
      tell(['fields', name], `"${name}" is a key of Octavo's own`, 'Give the field another name.', true);
    // Every object of a program has these.
    else if (name in {})
      tell(['fields', name], `no field can be called "${name}"`, 'Give the field another name.', true);
  }
  for (const name of declared)
    if (Object.hasOwn(BUILT_IN_MIXINS, name))
      tell(['mixins', name], `"${name}" is a mixin of Octavo's own`, 'Give the mixin another name.', true);
  const sets: readonly (readonly [KeyPath, MixinSource])[] = [
    ...Object.entries(source.data.mixins ?? {}).map(([name, set]) => [['mixins', name], set] as const),
    ...Object.entries(data.types ?? {}).map(([name, set]) => [['types', name], set] as const),
  ];
  for (const [path, set] of sets) {
    const known = (key: 'mixins' | 'fields' | 'required', names: readonly string[], what: string): void =>
      (set[key] ?? []).forEach((name, at) => {
        if (names.includes(name)) return;
        const hint = didYouMean(name, names, (found) => `"${found}"`);
        tell([...path, key, at], `${what}"${name}"${hint}`, `Declare it, or remove it here.`);
      });
    known('mixins', mixins, 'no mixin ');
    known('fields', fields, 'no field ');
    known(
      'required',
      [...fieldSet(set, data).fields, ...BUILT_IN_KEYS],
      `this ${path[0] === 'types' ? 'type' : 'mixin'} has no field `,
    );
  }
  for (const name of declared) {
    if (leadsTo(name, name, data))
      tell(['mixins', name, 'mixins'], `the mixin "${name}" is part of itself`, 'Remove one of the circle.');
  }
  checkIris(data, tell);
  for (const [name, { schema }] of Object.entries(data.fields ?? {})) {
    if (!schema) continue;
    checkSchema(source, name, schema, tools);
  }
}

type Tell = (keys: KeyPath, reason: string, note: string) => void;

/** Two fields are never one property: it would have two meanings. */
function checkIris(data: Partial<TypesSource>, tell: Tell): void {
  const owners = new Map([[IN_FORCE_IRI, 'effective']]);
  for (const [name, { iri }] of Object.entries(data.fields ?? {})) {
    if (iri === undefined) continue;
    const owner = owners.get(iri);
    if (owner !== undefined)
      tell(['fields', name, 'iri'], `"${name}" has the IRI of "${owner}"`, 'Give each field its own.');
    owners.set(iri, owner ?? name);
  }
}

function leadsTo(from: string, to: string, data: Partial<TypesSource>, seen = new Set<string>()): boolean {
  return (data.mixins?.[from]?.mixins ?? []).some((name) => {
    if (name === to) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return leadsTo(name, to, data, seen);
  });
}
