/** The rules over imports, as functions of plain data, so that they can be tried on made-up trees. */
import type { Doors } from './doors.ts';
import type { Import, SourceFile } from './source-files.ts';

/** The room of a file: `core/text`, `page`, …; null outside src. Files straight in src/core count as `core`. */
export function roomOf(path: string): string | null {
  const [src, first, second, ...rest] = path.split('/');
  if (src !== 'src' || first === undefined || second === undefined) return null;
  return first === 'core' && rest.length > 0 ? `core/${second}` : first;
}

/** Imports that go through a wall, each as a sentence. */
export function brokenDoors(files: readonly SourceFile[], doors: Readonly<Record<string, Doors>>): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === null) return [];
    const allowed = doors[room];
    if (!allowed) return [`${file.path}: the room ${room} has no doors in tests/house/doors.ts`];
    return file.imports.flatMap((found) => {
      const problem = found.file === null ? foreign(found, allowed) : ours(found.file, found, room, allowed);
      return problem ? [`${file.path} imports ${found.specifier}: ${problem}`] : [];
    });
  });
}

/** Rings of files that import one another for values, each as `a → b → a`. Types may be circular: they are gone at run time. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of valueImports(byPath.get(path))) {
      if (next.file !== null) visit(next.file, [...trail, path]);
    }
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return cycles;
}

/** Packages that `start` brings along by value imports, each with the way it comes in. */
export function reachedPackages(files: readonly SourceFile[], start: string): Map<string, string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const packages = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const next of valueImports(byPath.get(path))) {
      const way = [...trail, path];
      if (next.file !== null) visit(next.file, way);
      else if (!packages.has(next.specifier)) packages.set(next.specifier, way.join(' → '));
    }
  };
  visit(start, []);
  return packages;
}

function valueImports(file: SourceFile | undefined): readonly Import[] {
  return file?.imports.filter((found) => !found.typeOnly) ?? [];
}

function foreign(found: Import, allowed: Doors): string | null {
  const open = allowed.packages.some((name) =>
    name === 'node:' ? found.specifier.startsWith(name) : found.specifier === name,
  );
  return open || found.typeOnly ? null : 'this room may not use that package';
}

function ours(file: string, found: Import, room: string, allowed: Doors): string | null {
  const target = roomOf(file);
  if (target === null) return 'it lies outside src';
  if (target === room || isListed(target, allowed.values)) return null;
  if (!isListed(target, allowed.types ?? [])) return `${room} has no door to ${target}`;
  return found.typeOnly ? null : `${room} may import only types from ${target}`;
}

function isListed(room: string, rooms: readonly string[]): boolean {
  return rooms.some((name) => name === room || (name.endsWith('/*') && room.startsWith(name.slice(0, -1))));
}
