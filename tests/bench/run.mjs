// Measures dockwright and its peers side by side, as an editor and a CI job would meet them, and prints a Markdown table.
//
//   node run.mjs --dockwright PROGRAM --peers FOLDER [--full]
//
// FOLDER is where npm installed the peers. Each figure is the best of several rounds, and the programs take turns within a
// round, so that a busy moment of the machine strikes all of them. --full lets slow peers do the long work as well.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { generatedDockerfile, replaceLetter, placeToType } from './generated_dockerfile.mjs';
import { LanguageServer } from './language_server.mjs';

const { values: options } = parseArgs({
  options: { dockwright: { type: 'string' }, peers: { type: 'string' }, full: { type: 'boolean', default: false } },
});
const corpus = fileURLToPath(new URL('../../../shared/corpus/dockerfiles', import.meta.url));
const tally = path.join(options.peers, 'node_modules/@wharflab/tally-linux-x64/bin/tally');

// `slowFrom`: the number of lines from which --full is asked for; `lint` gets files or a folder.
const programs = [
  {
    name: 'dockwright',
    program: options.dockwright,
    serve: [options.dockwright, 'lsp', '--stdio'],
    lint: [options.dockwright, 'check', '--format', 'json'],
    takesFolders: true,
    slowFrom: Infinity,
  },
  {
    name: 'docker-langserver 0.15',
    program: path.join(options.peers, 'node_modules/.bin/docker-langserver'),
    serve: [path.join(options.peers, 'node_modules/.bin/docker-langserver'), '--stdio'],
    slowFrom: Infinity,
  },
  {
    name: 'tally 0.45',
    program: tally,
    serve: [tally, 'lsp', '--stdio'],
    lint: [tally, 'lint', '--slow-checks', 'off', '--fail-level', 'none', '-f', 'json'],
    slowFrom: 2000,
  },
].filter(({ name, program }) => existsSync(program) || say(`${name} is left out: there is no ${program}`));

function say(message) {
  console.error(`bench: ${message}`);
  return false;
}

const median = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ms = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
const mib = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function start({ serve }) {
  let server;
  const time = await timed(async () => {
    server = new LanguageServer(serve);
    await server.initialize();
  });
  const memory = server.residentBytes();
  await server.stop();
  return { time, memory };
}

// Writes one letter of a keyword small and big again, in turn. Every server here has an opinion on that, so the diagnostics
// change with each keystroke (none need be published that were published before), and no state has a syntax error that
// would let a server stop half-way.
async function type({ serve }, lines) {
  const server = new LanguageServer(serve);
  await server.initialize();
  const uri = 'file:///bench/Dockerfile';
  const text = generatedDockerfile(lines);
  const place = placeToType(text);
  const range = { start: place, end: { ...place, character: place.character + 1 } };
  const opened = server.diagnostics({ uri, version: 1 });
  server.open({ uri, version: 1, text });
  await opened;

  const times = [];
  const begin = performance.now();
  for (let version = 2; version <= 41 && performance.now() - begin < 8000; ++version) {
    const letter = version % 2 === 0 ? 'n' : 'N';
    const document = { uri, version, text: replaceLetter(text, place, letter) };
    await sleep(20);
    times.push(
      await timed(() => {
        const published = server.diagnostics(document);
        server.change(document, { range, text: letter });
        return published;
      }),
    );
  }
  await sleep(1000);
  const memory = server.residentBytes();
  await server.stop();
  return { time: median(times), memory };
}

// Wall time and peak memory as GNU time reports them. Findings are expected, so the exit code says nothing.
function lint({ lint, takesFolders }, target) {
  const files = takesFolders ? [target.path] : target.files;
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', '%e %M', ...lint, ...files], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  const [seconds, kib] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { time: seconds * 1000, memory: kib * 1024 };
}

// A row of the table: the best of the rounds for each program, or a dash for one that cannot do the work.
async function row(title, rounds, can, work) {
  say(title);
  const best = new Map();
  for (let round = 0; round < rounds; ++round) {
    for (const program of programs.filter(can)) {
      const { time, memory } = await work(program);
      const before = best.get(program) ?? { time: Infinity, memory: Infinity };
      best.set(program, { time: Math.min(time, before.time), memory: Math.min(memory, before.memory) });
    }
  }
  const cells = programs.map((program) => {
    const figures = best.get(program);
    return figures ? `${ms(figures.time)}, ${mib(figures.memory)}` : '–';
  });
  return [title, ...cells];
}

function lintTargets(folder) {
  const single = path.join(folder, 'Dockerfile');
  writeFileSync(single, generatedDockerfile(29));
  const targets = [{ title: 'lint one file of 29 lines', path: single, files: [single], long: false }];
  if (existsSync(corpus)) {
    const files = readdirSync(corpus).map((name) => path.join(corpus, name));
    targets.push({ title: `lint ${files.length} real files`, path: corpus, files, long: true });
  } else {
    say(`no corpus at ${corpus}: linting many files is left out`);
  }
  return targets;
}

async function measure(folder) {
  const table = [await row('start → `initialize` answered, memory then', 10, () => true, start)];
  for (const lines of [9, 209, 2009, 10009]) {
    const can = ({ slowFrom }) => options.full || lines < slowFrom;
    table.push(await row(`keystroke → diagnostics, ${lines} lines, memory idle`, 3, can, (program) => type(program, lines)));
  }
  for (const target of lintTargets(folder)) {
    const can = ({ lint, takesFolders }) => lint && (takesFolders || options.full || !target.long);
    table.push(await row(`${target.title}, peak memory`, 3, can, (program) => lint(program, target)));
  }
  return table;
}

const folder = mkdtempSync(path.join(tmpdir(), 'dockwright-bench-'));
try {
  const table = [['', ...programs.map(({ name }) => name)], ['---', ...programs.map(() => '--:')], ...(await measure(folder))];
  for (const cells of table) console.log(`| ${cells.join(' | ')} |`);
} finally {
  rmSync(folder, { recursive: true });
}
