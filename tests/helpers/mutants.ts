/** Arguments that are nearly right: a sound one with something in it taken out, replaced or added. Noise alone is refused at once. */
import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that have broken readers before. */
const AWKWARD = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    2 ** 53,
    '',
    ' ',
    '__proto__',
    'constructor',
    'javascript:alert(1)',
    'https://a.example/ \u202e',
    '\ud800',
    [],
    {},
    [[[]]],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constant('x').map((text) => text.repeat(10_000)),
  fc.jsonValue({ maxDepth: 2 }),
);

/** `sound`, changed in up to three places, or noise. Always JSON: messages and files carry nothing else. */
export function mutantsOf(sound: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(1000),
    how: fc.constantFrom('replace', 'remove', 'add', 'double'),
    key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', '0'), fc.string({ maxLength: 8 })),
    value: AWKWARD,
  });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.array(change, { maxLength: 3 }).map((changes) => changes.reduce(apply, sound)),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

function apply(
  value: unknown,
  { at, how, key, value: other }: { at: number; how: string; key: string; value: unknown },
): unknown {
  const copy = JSON.parse(JSON.stringify(value ?? null)) as Json;
  const places: { holder: Json[] | { [key: string]: Json }; key: string }[] = [];
  const visit = (holder: Json) => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const [name, inner] of Object.entries(holder)) {
      places.push({ holder, key: name });
      visit(inner);
    }
  };
  visit(copy);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return other;
  const holder = place.holder as Record<string, unknown>;
  if (how === 'remove' && Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
  else if (how === 'remove') delete holder[place.key];
  else if (how === 'add' && Array.isArray(place.holder)) place.holder.push(other as Json);
  else if (how === 'add') define(holder, key, other);
  else if (how === 'double' && Array.isArray(holder[place.key]))
    holder[place.key] = [...(holder[place.key] as unknown[]), ...(holder[place.key] as unknown[])];
  else holder[place.key] = other;
  return copy;
}

/** As JSON.parse does it: `__proto__` becomes a key like any other. */
function define(holder: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
