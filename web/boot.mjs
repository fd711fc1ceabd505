// Starts the page: fetches what the program needs, starts it, and lets it and the browser speak to each other.
import { Address } from './address.mjs';
import { Canvas } from './canvas.mjs';
import { copy } from './clipboard.mjs';
import { Frames } from './frames.mjs';
import createTollmeter from 'tollmeter'; // made by Emscripten
import { listenToInput } from './input.mjs';
import { readList, readyScript } from './integrity.mjs';
import { Later, missing } from './later.mjs';
import { chosenLanguage, languageFile, speak, tr } from './language.mjs';
import { loader, noMemory, sentence } from './load.mjs';
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
  const get = loader(notice.progress);
  // The browser looks a font over before the program reads it.
  const font = (weight) =>
    get(`fonts/Inter-${weight}.otf`, async (file) => ({ file, face: await new FontFace('Inter', file).load() }));
  const made = new Promise((resolve, reject) => {
    const instantiateWasm = (imports, done) => {
      get('tollmeter.wasm', (program) => WebAssembly.instantiate(program, { ...imports, later: later.imports }))
        .then((instance) => {
          later.first = instance.exports;
          done(instance);
        })
        .catch(reject);
      return {};
    };
    createTollmeter({ canvas, instantiateWasm, onAbort }).then(resolve, reject);
  });
  const id = chosenLanguage();
  // Without its texts the page is English.
  const texts = async (file) => {
    if (!file) return undefined;
    const language = await get(file);
    speak(id, language);
    return language;
  };
  const [one, other] = ['Regular', 'SemiBold'].map(font);
  const [module, regular, semibold, catalog, language] = await Promise.all([
    made,
    one.catch(() => other), // either weight stands in for the other
    other.catch(() => one),
    get('catalog.json'),
    texts(languageFile(id)).catch(() => undefined),
  ]);
  // Text fields that have the focus are the DOM's and look like those on the canvas.
  document.fonts.add(regular.face);
  return { seam: module.seam, fonts: { regular: regular.file, semibold: semibold.file }, catalog, language };
}

// What comes after the first frame must not slow it, so it is a file of its own: being there without a network, on paper, in
// files and in other pages.
let script;
const after = () => (script ??= readyScript('later/after.mjs').then(() => import('./later/after.mjs')));
const sayLater = (what) => after().then(({ say }) => say(what), () => {});

async function run(canvasElement, { program, later, plain }) {
  const mirror = new Mirror(document.getElementById('mirror'));
  const platforms = new Platforms(program, later);
  const address = new Address(() => openAddress());
  // A calculation is opened once the prices that it needs are there; meanwhile the page stays as it was. One that is opened
  // later takes its place.
  const openAddress = async () => {
    const { fragment } = address;
    if (needsLater()) await later.come();
    const incomplete = await platforms.addNamedIn(fragment, kept('mine'));
    if (fragment !== address.fragment || program.ended) return;
    // Opened without them, the page would soon keep another calculation in place of the person's.
    if (incomplete && !frames) return program.end(missing());
    program.open({ base: address.base, fragment, kept: kept('mine') });
    frames?.request();
  };

  const need = (use) => after().then(use, () => program.end(missing()));

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
    if (output.pick || output.save) need(({ handleFiles }) => handleFiles(output));
    if (output.deliver !== undefined) need(({ deliver }) => deliver(output.deliver, page));
    if (output.language !== undefined) need(({ changeLanguage }) => changeLanguage(output.language, page));
    if (output.visit !== undefined) location.assign(output.visit);
    for (const [key, value] of output.keep ?? []) {
      if (keep(key, value)) continue;
      if (key === 'saved') (program.saved(kept('saved'), true), request());
      else sayLater('forgets');
    }
    return output.next;
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
  watchKept('saved', () => (giveSaved(), request()));
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
  // Of style.css, which is not there where the browser has none or refuses it for its hash.
  if (!getComputedStyle(document.documentElement).getPropertyValue('--page')) throw new Error(sentence('style.css', new TypeError()));
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
  program = new Program(seam, (refusal) => {
    notice.stop(refusal ?? (later.outOfMemory ? noMemory() : crashed()));
    if (!refusal) sayLater('crashed');
  });
  program.start({ fonts, catalog, language, today: today() });
  if (program.ended) return undefined;
  const page = await run(canvas, { program, later, plain });
  if (program.ended) return undefined;
  notice.loaded();
  const begun = after().then(({ begin }) => begin(page)).catch(() => {});
  window.tollmeter = { ready: true, frames: () => page.frames.count, idle: () => begun.then(() => page.frames.idle()) };
  return undefined;
}

start().catch((error) => notice.stop(tr('Tollmeter could not start. {0}', error.message)));
