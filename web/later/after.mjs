// What the page does without until its first frame is drawn. `page` is what boot.mjs made: program, plain, frames, canvas.
import './keys.mjs';
import './long_text.mjs';
import { embedded } from '../surroundings.mjs';
import { linkOut } from './embed.mjs';
import { listenToFiles } from './files.mjs';
import { keepOffline } from './offline.mjs';
import { listenToPrint } from './paper.mjs';
import { listenToSelection } from './selection.mjs';
import { listenToZoom } from './zoom.mjs';

export { deliver } from './exports.mjs';
export { handleFiles } from './files.mjs';
export { changeLanguage } from './languages.mjs';
export { say } from './say.mjs';

export async function begin(page) {
  listenToZoom(page);
  listenToFiles((name, bytes) => (page.program.file(name, bytes), page.frames.request()));
  await listenToPrint(page);
  await listenToSelection(page.plain);
  // What is shown within another page is not installed with it.
  await (embedded ? linkOut() : keepOffline());
}
