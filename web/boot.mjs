// Starts the page: fetches what the program needs, starts it, and lets it and the browser speak to each other.
import { Address } from './address.mjs';
import { Canvas } from './canvas.mjs';
import { copy } from './clipboard.mjs';
import { Frames } from './frames.mjs';
import createTollmeter from 'tollmeter'; // made by Emscripten
import { listenToInput } from './input.mjs';
import { bytesOf, readList, readyScript } from './integrity.mjs';
import { Later } from './later.mjs';
import { chosenLanguage, languageFile, speak, tr } from './language.mjs';
import { loader } from './load.mjs';
import { Mirror } from './mirror.mjs';
import { listenToMirror } from './mirror_actions.mjs';
import * as notice from './notice.mjs';
import { Plain } from './plain.mjs';
import { Platforms } from './platforms.mjs';
import { Program } from './program.mjs';
import { keep, kept, watchKept } from './storage.mjs';
import { embedded, surroundings, textScale, today, watchSurroundings } from './surroundings.mjs';

const crashed = () =>
  tr('Tollmeter met a fault of its own and stopped. Reload the page to go on: the address still holds your calculation.');

// Only the program's second part reads links, and makes colours of more contrast.
const needsLater = () => location.hash || kept('mine') || surroundings().moreContrast;

// What the browser lacks, as one sentence, or nothing.
function lacking() {
  if (typeof WebAssembly === 'object') return undefined;
  return tr('Tollmeter is a WebAssembly program, which this browser cannot run. Current versions of Firefox, Chrome, Edge and Safari can.');
}

function canDraw() {
  const probe = document.createElement('canvas').getContext('webgl2');
  probe?.getExtension('WEBGL_lose_context')?.loseContext(); // browsers allow few at a time
  return !!probe;
}

async function load(canvas, later, onAbort) {
  const bytes = loader(notice.progress);
  const font = (weight) => bytes(`fonts/Inter-${weight}.otf`);
  const made = new Promise((resolve, reject) => {
    const instantiate = async (imports, done) => {
      const program = await bytes('tollmeter.wasm', (response) => WebAssembly.compileStreaming(response));
      const instance = await WebAssembly.instantiate(program, { ...imports, later: later.imports });
      later.first = instance.exports;
      done(instance, program);
    };
    const instantiateWasm = (...values) => (instantiate(...values).catch(reject), {});
    createTollmeter({ canvas, instantiateWasm, onAbort }).then(resolve, reject);
  });
  const id = chosenLanguage();
  const texts = (file) => file && bytes(file).catch(() => undefined); // then it is English
  const [module, regular, semibold, catalog, language] = await Promise.all([
    made,
    font('Regular'),
    font('SemiBold'),
    bytes('catalog.json'),
    texts(languageFile(id)),
  ]);
  speak(language ? id : 'en', language);
  return { seam: module.seam, fonts: { regular, semibold }, catalog, language };
}

// Text fields that have the focus are the DOM's and look like those on the canvas.
function addFont(bytes) {
  const face = new FontFace('Inter', bytes);
  document.fonts.add(face);
  face.load();
}

// What comes after the first frame must not slow it, so it is a file of its own: being there without a network, on paper, in
// files and in other pages.
const after = () => readyScript('later/after.mjs').then(() => import('./later/after.mjs'));

async function run(canvasElement, { program, later, plain }) {
  const mirror = new Mirror(document.getElementById('mirror'));
  const platforms = new Platforms(program, later);
  const address = new Address(() => openAddress());
  // A calculation is opened once the prices that it needs are there; meanwhile the page stays as it was. One that is opened
  // later takes its place.
  const openAddress = async () => {
    const { fragment } = address;
    if (needsLater()) await later.come();
    await platforms.addNamedIn(fragment, kept('mine'));
    if (fragment !== address.fragment || program.ended) return;
    program.open({ base: address.base, fragment, kept: kept('mine') });
    frames?.request();
  };

  const frame = (wanted) => {
    plain.look();
    const drawn = wanted && !plain.on;
    const { density, ...size } = drawn ? canvas.fit() : canvas.size;
    // Larger text is laid out as if the page were zoomed.
    const scale = textScale();
    mirror.root.style.zoom = scale;
    const output = program.frame({ drawn, density: density * scale, ...size, ...surroundings() });
    if (!output) return -1;
    mirror.apply(output);
    checkFocus();
    document.documentElement.style.cursor = output.cursor;
    document.documentElement.dataset.theme = output.dark ? 'dark' : 'light';
    if (document.title !== output.title) document.title = output.title;
    if (output.address !== undefined) address.put(output.address, output.entry && !embedded);
    if (output.copy !== undefined) copy(output.copy);
    if (output.load !== undefined) platforms.add(output.load).then(request);
    if (output.open !== undefined) address.go(output.open);
    if (output.pick || output.save) after().then(({ handleFiles }) => handleFiles(output));
    if (output.deliver !== undefined) after().then(({ deliver }) => deliver(output.deliver, page));
    if (output.language !== undefined) changeLanguage(output.language);
    if (output.visit !== undefined) location.assign(output.visit);
    for (const [key, value] of output.keep ?? []) {
      if (!keep(key, value) && key === 'saved') (program.saved(kept('saved'), true), request());
    }
    return output.next;
  };

  // Nothing changes where its texts cannot be had.
  const changeLanguage = async (id) => {
    const file = languageFile(id);
    const bytes = file && (await bytesOf(file).catch(() => undefined));
    if (file && !bytes) return;
    keep('language', id);
    speak(id, bytes);
    program.language(bytes);
    request();
  };

  let frames;
  const request = () => frames?.request();
  const now = () => frames.now();
  const send = {
    pointer: (event) => (program.pointer({ ...event, x: event.x / textScale(), y: event.y / textScale() }), request()),
    action: (action) => (program.action(action), request()),
  };
  const canvas = new Canvas(canvasElement, request);
  canvas.onContext(
    () => (program.contextLost(), (plain.lost = true), request()),
    () => (program.contextRestored(), (plain.lost = !canDraw()), request()),
  );
  const pointer = listenToInput(mirror, { send, now, plain });
  const checkFocus = listenToMirror(mirror, { send: send.action, now, pointer });
  watchSurroundings(request);

  const theme = kept('theme');
  if (/^[0-2]$/.test(theme)) program.theme(Number(theme));
  const giveSaved = () => program.saved(kept('saved'));
  giveSaved();
  watchKept((key) => key === 'saved' && (giveSaved(), request()));
  await openAddress();
  frames = new Frames(frame, () => address.pending || platforms.pending || later.pending);
  const page = { program, plain, frames, canvas: canvasElement };
  // Drawn here and not in the browser's next frame, so that a page opened in the background is ready too.
  frame(true);
  frames.request();
  later.come();
  plain.come();
  platforms.addIndex().then(request);
  return page;
}

async function start() {
  const lacks = lacking();
  if (lacks) return notice.stop(lacks, false);
  notice.loading();
  const canvas = document.getElementById('canvas');
  let program;
  const later = new Later((sentence) => program?.end(sentence));
  const plain = new Plain();
  plain.lost = !canDraw();
  if (needsLater()) {
    later.come();
    readList().catch(() => {}); // a link may name platforms
  }
  const { seam, fonts, catalog, language } = await load(canvas, later, () => program?.end());
  addFont(fonts.regular);
  program = new Program(seam, (sentence) => notice.stop(sentence ?? crashed()));
  program.start({ fonts, catalog, language, today: today() });
  if (program.ended) return undefined;
  const page = await run(canvas, { program, later, plain });
  if (program.ended) return undefined;
  notice.loaded();
  const begun = after().then(({ begin }) => begin(page)).catch(() => {});
  window.tollmeter = { ready: true, frames: () => page.frames.count, idle: () => begun.then(() => page.frames.idle()) };
  return undefined;
}

start().catch((error) => {
  const offline = error instanceof TypeError && !navigator.onLine;
  notice.stop(offline ? tr('Tollmeter could not be loaded: there is no network.') : tr('Tollmeter could not start. {0}', error.message));
});
