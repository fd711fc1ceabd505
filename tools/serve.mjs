// Serves dist/, or another folder, on this machine only: serve.mjs [--port N] [--folder PATH]. Port 0 takes a free one; the address
// is printed.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';

const dist = join(import.meta.dirname, '..', 'dist');
const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' }, folder: { type: 'string', default: dist } } });
const root = resolve(values.folder);
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm', // what lets the browser compile while it loads
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

// The file that an address names, or nothing if it names none inside the folder.
function fileOf(address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
  return file.startsWith(root + sep) && !file.includes('\0') ? file : undefined;
}

async function sizeOf(file) {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

// The smallest form of the file that the browser accepts.
async function formOf(file, accepted) {
  for (const [encoding, suffix] of encodings) {
    if (!accepted.includes(encoding)) continue;
    const size = await sizeOf(file + suffix);
    if (size !== undefined) return { file: file + suffix, size, encoding };
  }
  const size = await sizeOf(file);
  return size === undefined ? undefined : { file, size };
}

function refuse(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

async function answer(request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD.');
  const file = fileOf(request.url);
  const form = file && (await formOf(file, (request.headers['accept-encoding'] ?? '').split(/[\s,;]+/)));
  if (!form) return refuse(response, 404, 'No such file.');
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': form.size,
    'Cache-Control': 'no-cache', // a build that was just made is the one that is seen
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
    ...(form.encoding && { 'Content-Encoding': form.encoding }),
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(form.file)
    .on('error', () => response.destroy())
    .pipe(response);
}

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`Not a port: ${values.port}. A port is a number from 0 to 65535.`);
  process.exit(2);
}
createServer(answer)
  .on('error', (error) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use by another program. Choose another one: ./run --port ${port + 1}`
        : `The server could not start: ${error.message}`,
    );
    process.exit(1);
  })
  .listen(port, '127.0.0.1', function listening() {
    console.log(`Tollmeter is at http://127.0.0.1:${this.address().port} (Ctrl+C ends it)`);
  });
