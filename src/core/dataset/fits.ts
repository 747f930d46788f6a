/**
 * Whether a value fits a schema: yes or no, and nothing else. zod itself makes a copy of everything and notes for everything
 * what could be wrong with it; the compiled form it has against that needs `new Function`, which an extension may not call.
 * A release of a hundred thousand entities is checked bundle by bundle while cards are asked for, and is right nearly always.
 *
 * Invariant: says yes exactly where the schema does (tests/property/fits.test.ts). Kinds of schemas that are not known here
 * are asked themselves. What is wrong with a value is the schema's to say.
 */
import type { z } from 'zod';

type Test = (value: unknown) => boolean;

/** The test of a schema; made once, asked often. */
export function fits(schema: z.core.$ZodType): Test {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const checks = def.checks as readonly z.core.$ZodCheck<unknown>[] | undefined;
  const isOfKind = checks?.some((check) => check._zod.def.when) ? null : testOfKind(def);
  if (!isOfKind) return (value) => (schema as z.ZodType).safeParse(value).success;
  if (!checks?.length) return isOfKind;
  const runs = checks.map((check) => check._zod.check);
  return (value) => {
    if (!isOfKind(value)) return false;
    const payload: z.core.ParsePayload = { value, issues: [] };
    for (const run of runs) run(payload);
    return payload.issues.length === 0;
  };
}

function testOfKind(def: z.core.$ZodTypes['_zod']['def']): Test | null {
  switch (def.type) {
    case 'string':
      return 'format' in def || def.coerce ? null : (value) => typeof value === 'string';
    case 'number':
      return 'format' in def || def.coerce ? null : Number.isFinite;
    case 'boolean':
      return def.coerce ? null : (value) => typeof value === 'boolean';
    case 'literal':
      return isOneOf(def.values);
    case 'enum':
      return isOneOf(Object.values(def.entries));
    case 'optional':
      return orElse(undefined, fits(def.innerType));
    case 'nullable':
      return orElse(null, fits(def.innerType));
    case 'array':
      return arrayOf(fits(def.element));
    case 'union':
      return anyOf(def.options.map(fits));
    case 'record':
      return def.keyType._zod.def.type === 'string' && !def.keyType._zod.def.checks
        ? recordOf(fits(def.valueType))
        : null;
    case 'object':
      return objectOf(def);
    default:
      return null;
  }
}

function isOneOf(values: readonly unknown[]): Test {
  const all = new Set(values);
  return (value) => all.has(value);
}

function orElse(nothing: undefined | null, test: Test): Test {
  return (value) => value === nothing || test(value);
}

function anyOf(tests: readonly Test[]): Test {
  return (value) => tests.some((test) => test(value));
}

function arrayOf(test: Test): Test {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let i = 0; i < value.length; i++) if (!test(value[i])) return false;
    return true;
  };
}

function recordOf(test: Test): Test {
  return (value) => {
    if (!isObject(value)) return false;
    // zod leaves out a key that could become the prototype of its copy, whatever stands there.
    for (const key of Object.keys(value)) if (key !== '__proto__' && !test(value[key])) return false;
    return true;
  };
}

function objectOf({ shape, catchall }: z.core.$ZodObjectDef): Test | null {
  const isStrict = catchall?._zod.def.type === 'never';
  if (catchall && !isStrict) return null;
  const known = new Set(Object.keys(shape));
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, test: fits(schema) }));
  return (value) => {
    if (!isObject(value)) return false;
    for (const { name, test } of fields) if (!test(value[name])) return false;
    return !isStrict || Object.keys(value).every((name) => known.has(name));
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
