// Fetches what the program needs, all at once, and says how far that is.
import { fileOf } from './integrity.mjs';
import { tr } from './language.mjs';

export const noMemory = () => tr('The browser gave Tollmeter no memory. Close other tabs, then reload the page.');

// What went wrong with a file, as one sentence; `error` is the server's status where it answered with one.
export function sentence(path, error) {
  if (error > 0) return tr('{0} could not be loaded: the server answered {1}.', path, error);
  if (error instanceof RangeError) return noMemory();
  // Browsers throw it where nothing came, or something of another kind.
  if (error instanceof TypeError) return tr('{0} could not be loaded. Is there a network, and does it ask you to log in?', path);
  return tr('{0} came damaged, cut short or of another version. Reload the page in a minute.', path);
}

// onProgress(bytes so far, bytes altogether; NaN where the server does not say)
export function loader(onProgress) {
  let received = 0;
  let total = 0;

  const through = ({ body, headers }) => {
    // A compressed answer's length is not that of what arrives here.
    total += headers.has('Content-Encoding') ? NaN : Number.parseInt(headers.get('Content-Length'), 10);
    const count = new TransformStream({
      transform(chunk, controller) {
        received += chunk.byteLength;
        onProgress(received, total);
        controller.enqueue(chunk);
      },
    });
    return body.pipeThrough(count);
  };

  // use(file) makes of it what is wanted; whatever is thrown comes out as one sentence.
  return async (path, use = (file) => file) => {
    try {
      return await use(await fileOf(path, through));
    } catch (error) {
      throw new Error(sentence(path, error));
    }
  };
}
