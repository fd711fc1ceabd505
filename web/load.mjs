// Fetches what the program needs, all at once, and says how far that is.
import { tr } from './language.mjs';

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

  const open = async (path) => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(tr('{0} could not be loaded: the server answered {1}.', path, response.status));
    return new Response(response.body.pipeThrough(count(response)), { headers: response.headers });
  };

  return {
    open,
    bytes: async (path) => new Uint8Array(await (await open(path)).arrayBuffer()),
  };
}
