// A language server as a child process, spoken to as an editor does, with the time of its answers in milliseconds.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export class LanguageServer {
  #process;
  #buffer = Buffer.alloc(0);
  #waiting = new Set();
  #nextId = 1;
  #whole = false;

  constructor(command) {
    this.#process = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdout.on('data', (bytes) => this.#receive(bytes));
    this.#process.on('error', (error) => this.#fail(error));
    this.#process.on('exit', () => this.#fail(new Error(`${command[0]} has ended`)));
    this.#process.stdin.on('error', () => {});
  }

  async initialize() {
    const result = await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
    const { textDocumentSync } = result.capabilities;
    this.#whole = (textDocumentSync.change ?? textDocumentSync) === 1;
    this.notify('initialized', {});
  }

  async request(method, params) {
    const id = this.#nextId++;
    const answer = this.#wait((message) => message.id === id && message.method === undefined);
    this.#send({ jsonrpc: '2.0', id, method, params });
    return (await answer).result;
  }

  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  open(document) {
    const { uri, version, text } = document;
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'dockerfile', version, text } });
  }

  // Tells of an edit as the server asked to be told: the range alone, or the whole text.
  change({ uri, version, text }, edit) {
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [this.#whole ? { text } : edit],
    });
  }

  // The next diagnostics for this version; a server may leave the version out.
  diagnostics({ uri, version }) {
    return this.#wait(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && params.uri === uri && (params.version ?? version) === version,
    );
  }

  // Resident memory of the process and its children, in bytes.
  residentBytes() {
    return [this.#process.pid, ...descendants(this.#process.pid)].reduce((sum, pid) => sum + residentBytes(pid), 0);
  }

  async stop() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    const patience = setTimeout(() => this.#process.kill('SIGKILL'), 2000);
    await this.request('shutdown').catch(() => {});
    this.notify('exit');
    await ended;
    clearTimeout(patience);
  }

  #wait(matches) {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => this.#fail(new Error('no answer within a minute')), 60_000);
      const settle = (end) => (value) => {
        clearTimeout(patience);
        end(value);
      };
      this.#waiting.add({ matches, resolve: settle(resolve), reject: settle(reject) });
    });
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify(message));
    this.#process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  #receive(bytes) {
    this.#buffer = Buffer.concat([this.#buffer, bytes]);
    for (;;) {
      const headerEnd = this.#buffer.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const length = Number(/Content-Length: *(\d+)/i.exec(this.#buffer.toString('latin1', 0, headerEnd))[1]);
      const end = headerEnd + 4 + length;
      if (this.#buffer.length < end) return;
      this.#dispatch(JSON.parse(this.#buffer.toString('utf8', headerEnd + 4, end)));
      this.#buffer = this.#buffer.subarray(end);
    }
  }

  #dispatch(message) {
    // Servers wait for answers to their own requests (configuration, registration); none of these matters here.
    if (message.method !== undefined && message.id !== undefined) {
      const result = message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null;
      this.#send({ jsonrpc: '2.0', id: message.id, result });
    }
    for (const waiter of this.#waiting) {
      if (!waiter.matches(message)) continue;
      this.#waiting.delete(waiter);
      waiter.resolve(message);
    }
  }

  #fail(error) {
    for (const waiter of this.#waiting) waiter.reject(error);
    this.#waiting.clear();
  }
}

function residentBytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s*(\d+)/.exec(status)[1]) * 1024;
}

function descendants(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return children.flatMap((child) => [child, ...descendants(child)]);
}
