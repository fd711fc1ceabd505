// What the program exports, by its number in src/ui/export/exports.h.

export const json = 1;
export const paper = 3;
export const firstPicture = 4;
export const pictures = 6;

// { name: of a file, text: what is in it }; of a chart, which is drawn alone on the canvas, what it shows. Size in device pixels.
// Nothing where there is nothing to show.
export function exported(program, what, width = 0, height = 0, density = 1) {
  const [name, ...lines] = program.call('export', [what, width, height, density])?.split('\n') ?? [];
  return name ? { name, text: lines.join('\n') } : undefined;
}
