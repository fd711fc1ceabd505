// Hands over what the program exports: as a file, or on paper.
import { tr } from '../language.mjs';
import { exported, firstPicture, paper } from './exported.mjs';
import { sayBelow } from './line.mjs';
import { picturesOf } from './pictures.mjs';

const types = ['text/csv;charset=utf-8', 'application/json', 'text/markdown;charset=utf-8'];
const size = { width: 960, height: 600, density: 2 };

export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it late
}

function savePicture(chart, page) {
  const [picture] = picturesOf(page, [chart], size);
  if (picture) picture.canvas.toBlob((blob) => save(blob, picture.name), 'image/png');
  else if (page.plain.on) sayBelow(tr('A picture needs WebGL 2, which this browser lacks. The table below the chart says the same.'), { [tr('Close')]: undefined });
  else sayBelow(tr('This chart shows nothing yet, so there is no picture of it.'), { [tr('Close')]: undefined });
}

export function deliver(what, page) {
  if (what === paper) {
    print();
  } else if (what >= firstPicture) {
    savePicture(what - firstPicture, page);
  } else {
    const { name, text } = exported(page.program, what);
    save(new Blob([text], { type: types[what] }), name);
  }
}
