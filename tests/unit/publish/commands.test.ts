/** The command line as outside tools call it: what goes in, what comes out, and nothing else on stdout. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runDataset } from '../../../src/publish/commands.ts';
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
const busy = createServer().listen(0, '127.0.0.1');
await once(busy, 'listening');
const TAKEN = String((busy.address() as AddressInfo).port);
afterAll(() => void busy.close());
const folder = mkdtempSync(join(tmpdir(), 'sidelight-texts-'));
const bare = mkdtempSync(join(tmpdir(), 'sidelight-bare-'));
for (const [name, content] of Object.entries({
  'broken.json': '{',
  'null.json': 'null',
  'empty.csv': '',
  'head.csv': 'name,kind\n',
  'broken.csv': 'title\nX\n',
  'latin.csv': Buffer.from('name\nB\u00e4r\n', 'latin1'),
}))
  writeFileSync(join(folder, name), content);

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

  it.each<[number, RegExp, string[]]>([
    [2, /no command dance/, ['dance']],
    [2, /Unknown option '--nope'/, ['check', '--nope']],
    [2, /check knows no --pause/, ['check', '--pause', '1']],
    [2, /--json.*does not take an argument/, ['check', '--json=yes']],
    [2, /extra is one word too many/, ['check', 'extra']],
    [2, /diff wants two words/, ['diff', ROOT]],
    [2, /show wants a word/, ['show']],
    [1, /no entity nobody/, ['show', 'nobody', ...root]],
    [1, /no folder .*nowhere/, ['check', '--root', join(folder, 'nowhere')]],
    [1, /holds no dataset/, ['list', '--root', folder]],
    [1, /no folder or file nowhere/, ['diff', 'nowhere', 'nowhere']],
    [1, /broken\.json is not JSON/, ['diff', join(folder, 'broken.json'), folder]],
    [1, /null\.json is not a release/, ['diff', join(folder, 'null.json'), folder]],
    [2, /no such format: xml/, ['export', '--format', 'xml', ...root]],
    [2, /no such format: toString/, ['export', '--format', 'toString', ...root]],
    [2, /--pause abc: a whole number/, ['links', '--pause', 'abc', ...root]],
    [2, /--pause -5: a whole number/, ['links', '--pause=-5', ...root]],
    [1, /no folder .*nowhere/, ['links', '--state', join(folder, 'nowhere/links.jsonl'), ...root]],
    [1, /the name “” has no letters/, ['forecast', folder, '--entity', 'acme', '--alias=', ...root]],
    [1, /the name “!!!” has no letters/, ['forecast', folder, '--entity', 'acme', '--alias', '!!!', ...root]],
    [
      1,
      /no folder .*nowhere/,
      ['forecast', join(folder, 'nowhere'), '--entity', 'acme', '--alias', 'A', ...root],
    ],
    [
      1,
      /is a file; a folder/,
      ['forecast', join(ROOT, 'README.md'), '--entity', 'acme', '--alias', 'A', ...root],
    ],
    [1, /is a folder; a file/, ['forecast', folder, '--record', folder, ...root]],
    [1, /no \.txt or \.md files/, ['forecast', bare, '--entity', 'acme', '--alias', 'Ac', ...root]],
    [2, /--most few: a whole number/, ['forecast', folder, '--most', 'few', ...root]],
    [2, /forecast wants --entity/, ['forecast', folder, ...root]],
    [2, /--most lacks its value/, ['forecast', folder, '--most', '-1', ...root]],
    [2, /and not both/, ['forecast', folder, '--record', 'a.yaml', '--alias', 'A', ...root]],
    [2, /reason: is empty/, ['withdraw', 'acme', '--as', 'removed', '--reason', ' ', ...root]],
    [1, /port \d+ is taken/, ['serve', folder, '--port', TAKEN]],
    [1, /no file nowhere/, ['import', 'nowhere', ...root]],
    [1, /is a folder/, ['import', folder, ...root]],
    [1, /no column "name"/, ['import', join(folder, 'empty.csv'), ...root]],
    [1, /head\.csv holds no rows/, ['import', join(folder, 'head.csv'), ...root]],
    [1, /latin\.csv is not UTF-8/, ['import', join(folder, 'latin.csv'), ...root]],
    [1, /no column "name"/, ['import', join(folder, 'broken.csv'), ...root]],
    [1, /no folder .*nowhere/, ['quality', '--gold', join(folder, 'nowhere'), ...root]],
    [1, /no labelled texts/, ['quality', '--gold', bare, ...root]],
    [1, /nowhere\/r\.html is not there/, ['report', '--out', join(folder, 'nowhere/r.html'), ...root]],
    [2, /--port abc: a whole number/, ['serve', folder, '--port', 'abc']],
    [2, /--window x: a whole number/, ['release', '--window', 'x']],
    [2, /Unknown option '--nope'/, ['sign', '--nope']],
    [2, /publish where/, ['publish']],
    [2, /triage which files/, ['triage']],
    // What a signing command does not heed must not be signed over.
    [2, /timestamp: extra is one word too many/, ['timestamp', 'extra', 'words']],
    [2, /timestamp knows no --lower/, ['timestamp', '--lower', '--as', 'removed']],
    [2, /release: 2026\.12\.1 is one word too many/, ['release', '2026.12.1']],
    [2, /sign knows no --window/, ['sign', '--window', '3']],
    [2, /publish: site2 is one word too many/, ['publish', 'site', 'site2']],
    [2, /verify knows no --reason/, ['verify', 'https://x.example/', '--reason', 'x']],
    [2, /serve: b is one word too many/, ['serve', 'a', 'b']],
    [2, /withdraw knows no --revoke/, ['withdraw', 'acme', '--revoke', 'x']],
    [2, /keys list: extra is one word too many/, ['keys', 'list', 'extra']],
    [2, /keys rotate knows no --roles/, ['keys', 'rotate', 'targets', '--roles', 'targets=2/3']],
    [2, /keys renew knows no --revoke/, ['keys', 'renew', '--revoke', 'root-1']],
    [2, /keys knows no --revoke/, ['keys', '--revoke', 'root-1']],
    [2, /no command keys dance/, ['keys', 'dance']],
    [2, /rotate which role/, ['keys', 'rotate', 'nobody']],
    [2, /keys make ROLE NAME/, ['keys', 'make', 'root']],
    [2, /root=9\/3: 9 of 3/, ['keys', '--roles', 'root=9/3', '--repository', join(folder, 'w')]],
    [
      1,
      /broken\.json is no public key/,
      ['keys', '--with', join(folder, 'broken.json'), '--repository', join(folder, 'w')],
    ],
    [0, /^usage/, ['release', '--help']],
    [1, /nowhere\.json: refused: is not there/, ['triage', join(folder, 'nowhere.json'), ...root]],
  ])('answers nonsense with %i and %s, and no trace', async (status, words, args) => {
    const told: unknown[] = [];
    const hear = (text: unknown) => {
      told.push(text);
      return true;
    };
    vi.spyOn(console, 'log').mockImplementation(hear);
    vi.spyOn(console, 'error').mockImplementation(hear);
    vi.spyOn(process.stderr, 'write').mockImplementation(hear);
    vi.spyOn(process.stdout, 'write').mockImplementation(hear);
    // What is not told is thrown on, and ends in a trace.
    const result = await runDataset(args).finally(() => vi.restoreAllMocks());
    expect(told.join('\n')).toMatch(words);
    expect(result).toBe(status);
  });

  it('blocks a name that would mark more than was looked at: 1, and 0 once it is counted', () => {
    const news = mkdtempSync(join(tmpdir(), 'sidelight-news-'));
    writeFileSync(join(news, 'town.txt'), 'Circles were painted on the square.');
    const circles = ['forecast', news, '--entity', 'square', '--alias', 'Circles', ...root];
    const { status, stdout } = run('cli.ts', circles);
    expect(stdout).toMatch(
      /\[Circles\] were painted[\s\S]*held back: 1 newly marked, and none allowed for\./,
    );
    expect(status).toBe(1);
    expect(run('cli.ts', [...circles, '--most', '1'])).toMatchObject({ status: 0 });
    const json = run('cli.ts', [...circles, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      most: 0,
      exceeded: ['1 newly marked, and none allowed for'],
    });
    expect(json.status).toBe(1);
    // The check would not take it as it stands, whatever it marks.
    expect(
      run('cli.ts', ['forecast', news, '--entity', 'square', '--alias', 'Camera', ...root]).stdout,
    ).toMatch(/check refuses it without rules: the name Camera is an everyday word/);
  });

  it('shows how it is used when asked', () => {
    expect(run('cli.ts', ['check', '--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^usage/),
    });
  });
});
