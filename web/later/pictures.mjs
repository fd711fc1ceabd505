// Charts as pictures: the program draws one alone on the page's own canvas, it is copied, and the page is drawn again before the
// screen shows anything of it.
import { exported, firstPicture } from './exported.mjs';

// Size in CSS pixels. { canvas, name, text }, or nothing where that chart shows nothing or nothing can be drawn.
export function picturesOf({ program, plain, canvas, frames }, charts, { width, height, density }) {
  if (plain.on) return [];
  const found = [];
  for (const chart of charts) {
    const size = [width * density, height * density];
    [canvas.width, canvas.height] = size;
    const said = exported(program, firstPicture + chart, ...size, density);
    if (!said) continue;
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = size;
    copy.getContext('2d').drawImage(canvas, 0, 0);
    found.push({ canvas: copy, ...said });
  }
  frames.draw();
  return found;
}
