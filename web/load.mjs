// Fetches what the program needs, all at once, and says how far that is.
import { bytesOf, open } from './integrity.mjs';

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

  const from = async (path, options) => {
    const response = await open(path, options);
    return new Response(response.body.pipeThrough(count(response)), { headers: response.headers });
  };

  return (path, begin) => bytesOf(path, { from, begin });
}
