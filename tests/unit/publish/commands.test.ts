/** The command line as outside tools call it: what goes in, what comes out, and nothing else on stdout. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, datasetFolder } from '../../helpers/dataset-folder.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

function run(script: string, args: readonly string[], input = '') {
  const command = ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/publish', script), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const lines = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const root = ['--root', datasetFolder()];
const folder = mkdtempSync(join(tmpdir(), 'sidelight-texts-'));

describe('annotate', () => {
  it('marks text files, with UTF-16 offsets into the file as it is', () => {
    const file = join(folder, 'a.txt');
    const text = '🎥 The cameras of Acme Vision, said Acme, watch the square.';
    writeFileSync(file, text);
    const { status, stdout } = run('annotate.ts', [...root, file]);
    const [line] = lines(stdout);
    expect([status, line.doc, line.lang]).toEqual([0, file, 'en']);
    expect(line.mentions.map((m: { start: number; end: number }) => text.slice(m.start, m.end))).toEqual([
      'Acme Vision',
      'Acme',
    ]);
    expect(line.mentions[0]).toMatchObject({
      entity: 'acme',
      name: 'Acme Vision',
      kind: 'vendor',
      why: [{ type: 'alias' }],
    });
  });

  it('marks the visible text of pages, and includes it', () => {
    const file = join(folder, 'a.html');
    writeFileSync(
      file,
      '<html lang="en"><nav>Acme Vision</nav><article><h1>News</h1><p>The cameras of Acme <b>Vis</b>ion were sold on Monday.</p></article>',
    );
    const [line] = lines(run('annotate.ts', [...root, '--html', file]).stdout);
    expect(line.text).toBe('News\n\nThe cameras of Acme Vision were sold on Monday.');
    expect(line.mentions.map((m: { start: number; end: number }) => line.text.slice(m.start, m.end))).toEqual(
      ['Acme Vision'],
    );
  });

  it('reads JSONL from stdin, names what is wrong by its line, and goes on', () => {
    const input =
      '{"id":"one","text":"Acme Vision sold it."}\nnot json\n{"id":"two"}\n\n{"id":3,"text":"Nobody."}\n';
    const { status, stdout, stderr } = run('annotate.ts', [...root, '-'], input);
    expect(lines(stdout).map((line) => [line.doc, line.mentions.length])).toEqual([
      ['one', 1],
      ['3', 0],
    ]);
    expect(stderr).toContain('line 2: not JSON');
    expect(stderr).toContain('line 3: has no "text"');
    expect(status).toBe(1);
  });

  it('tells of names that it does not mark, and why', () => {
    const { stdout } = run(
      'annotate.ts',
      [...root, '--rejected', '-'],
      '{"id":1,"text":"We saw the acme of art."}\n',
    );
    expect(lines(stdout)[0].mentions).toEqual([]);
    expect(lines(stdout)[0].rejected).toMatchObject([{ text: 'acme', entity: 'acme', because: 'case' }]);
  });

  it.each([
    [
      'random bytes',
      Buffer.from([0x41, 0xff, 0xfe, 0x00, 0x9c]),
      /bytes\.txt: cannot be read: not UTF-8 text/,
    ],
    ['UTF-16', Buffer.from('\ufeffAcme Vision', 'utf16le'), /bytes\.txt: cannot be read: not UTF-8 text/],
  ])('refuses %s by name', (_, bytes, message) => {
    const file = join(folder, 'bytes.txt');
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = run('annotate.ts', [...root, file]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  it('ends the line of a document that turns out unreadable half-way', () => {
    const file = join(folder, 'half.txt');
    writeFileSync(
      file,
      Buffer.concat([
        Buffer.from(`Acme Vision said.\n${'Nothing here.\n'.repeat(90_000)}`),
        Buffer.from([0xff]),
      ]),
    );
    const { status, stdout, stderr } = run('annotate.ts', [...root, file]);
    expect(lines(stdout)[0].error).toMatch(/not UTF-8/);
    expect(lines(stdout)[0].mentions.map((m: { text: string }) => m.text)).toEqual(['Acme Vision']);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/half\.txt: cannot be read/)]);
  });

  it('keeps the language that a text says it is in where its words do not say another', () => {
    const text = 'Ministarstvo je saopštilo da nije kupilo kamere koje su od Acme Visiona postavljene.';
    const input = ['hr', 'bs', 'sr-Latn', 'en']
      .map((lang) => JSON.stringify({ id: lang, text, lang }))
      .join('\n');
    const found = lines(run('annotate.ts', [...root, '-'], input).stdout);
    expect(found.map((line) => [line.doc, line.lang, line.mentions[0]?.text])).toEqual([
      ['hr', 'hr', 'Acme Visiona'],
      ['bs', 'bs', 'Acme Visiona'],
      ['sr-Latn', 'sr-Latn', 'Acme Visiona'],
      ['en', 'sr', 'Acme Visiona'],
    ]);
  });

  it('names a file that cannot be read', () => {
    const { status, stdout, stderr } = run('annotate.ts', [...root, join(folder, 'nowhere.txt')]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/nowhere\.txt: cannot be read/);
  });
});

describe('dataset', () => {
  it('lists entities and counts as JSON', () => {
    expect(JSON.parse(run('cli.ts', ['list', '--json', ...root]).stdout)).toEqual([
      { id: 'acme', name: 'Acme Vision', kind: 'vendor', aliases: ['Acme Vision', 'Acme'] },
      { id: 'square', name: 'Square Watch', kind: 'project', aliases: ['Square Watch'] },
    ]);
    expect(JSON.parse(run('cli.ts', ['stats', '--json', ...root]).stdout)).toMatchObject({
      entities: 2,
      statementsWithoutSource: 0,
    });
  });

  it('checks: quiet and 0 when sound; file, line and mending, and 1, when not', () => {
    expect(run('cli.ts', ['check', ...root])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('nothing wrong'),
    });
    const broken = datasetFolder(changed('entities/acme.yaml', 'target: square', 'target: circle'));
    const { status, stdout } = run('cli.ts', ['check', '--root', broken]);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/entities\/acme\.yaml:27 .*circle/)]);
  });

  it('measures quality on labelled texts: figures, JSON, a page, and 1 below a floor', () => {
    const gold = mkdtempSync(join(tmpdir(), 'sidelight-gold-'));
    const label = (text: string) => writeFileSync(join(gold, 'en.yaml'), text);
    const args = ['quality', ...root, '--gold', gold];
    label('- { id: a, kind: sentence, lang: en, text: "The cameras of [[acme|Acme Vision]]." }');
    expect(run('cli.ts', args)).toMatchObject({ status: 0, stdout: expect.stringContaining('F1 100.0 %') });
    label('- { id: a, kind: trap, lang: en, text: "Acme Vision is an optician." }');
    const page = join(gold, 'page.html');
    const { status, stdout } = run('cli.ts', [...args, '--json', '--out', page]);
    expect([status, JSON.parse(stdout)]).toEqual([
      1,
      expect.objectContaining({ below: expect.arrayContaining([expect.stringContaining('precision')]) }),
    ]);
    expect(readFileSync(page, 'utf8')).toContain('<!doctype html>');
  });

  it('refuses what it does not know', () => {
    expect(run('cli.ts', ['dance'])).toMatchObject({ status: 2, stdout: '' });
    expect(run('cli.ts', ['show', 'nobody', ...root])).toMatchObject({ status: 1 });
  });
});
