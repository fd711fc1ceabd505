// Fetches what the program needs, all at once, and says how far that is.
import { tr } from './language.mjs';

// What went wrong with a file, as one sentence; `error` is the server's status where it answered with one.
export function sentence(path, error) {
  if (error > 0) return tr('{0} could not be loaded: the server answered {1}.', path, error);
  if (error instanceof RangeError) return noMemory();
  // Browsers throw it where nothing came, or something that is no script.
  if (error instanceof TypeError) return tr('{0} could not be loaded. Is there a network, and does it ask you to log in?', path);
  return tr('{0} came damaged, cut short or of another version.', path);
}

export const noMemory = () => tr('The browser gave Tollmeter no memory. Close other tabs, then reload the page.');

// onProgress(bytes so far, bytes altogether or undefined)
export function loader(onProgress) {
  let received = 0;
  let total = 0;

  const count = (response) => {
    // A compressed answer's length is not that of what arrives here.
    const length = response.headers.has('Content-Encoding') ? NaN : Number(response.headers.get('Content-Length') ?? NaN);
    total += length;
    return new TransformStream({
      transform(chunk, controller) {
        received += chunk.byteLength;
        onProgress(received, total || undefined);
        controller.enqueue(chunk);
      },
    });
  };

  // use(response) makes of a file what is wanted; what it throws comes out as one sentence.
  const get = async (path, use) => {
    try {
      const response = await fetch(path);
      if (!response.ok) throw response.status;
      // In place of the file a network that asks to log in sends a page.
      if (/html/.test(response.headers.get('Content-Type'))) throw new TypeError();
      // Browsers compile under this type only, and not every server knows it.
      return await use(new Response(response.body.pipeThrough(count(response)), { headers: { 'Content-Type': 'application/wasm' } }));
    } catch (error) {
      throw new Error(sentence(path, error));
    }
  };

  return {
    get,
    bytes: (path) => get(path, async (response) => new Uint8Array(await response.arrayBuffer())),
  };
}
