// What is really drawn: a screenshot as numbers.

// The page's picture, in device pixels. `at(x, y)` takes CSS pixels and returns [red, green, blue].
export async function picture(page) {
  const png = await page.screenshot();
  const density = await page.evaluate(() => devicePixelRatio);
  // Decoded in a page of its own: the tested one's policy would forbid it.
  const decoder = await page.context().newPage();
  const { width, height, data } = await decoder.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const image = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let i = 0; i < image.data.length; i += 0x8000) text += String.fromCharCode(...image.data.subarray(i, i + 0x8000));
    return { width: bitmap.width, height: bitmap.height, data: btoa(text) };
  }, png.toString('base64'));
  await decoder.close();
  const bytes = Buffer.from(data, 'base64');
  const device = (x, y) => [...bytes.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  return { width, height, bytes, density, at: (x, y) => device(Math.floor(x * density), Math.floor(y * density)) };
}

export const near = (a, b, by = 24) => a.every((value, i) => Math.abs(value - b[i]) <= by);

// How many colours the picture has, counted on every seventh pixel: an empty canvas has one.
export function colours({ bytes }) {
  const seen = new Set();
  for (let i = 0; i + 2 < bytes.length; i += 28) seen.add(bytes.readUIntBE(i, 3));
  return seen.size;
}
