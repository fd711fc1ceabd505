// What a server sends that compresses as well as it can.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// By the ending of the file that stands beside the one it is made of.
export async function compressed(bytes, quality = constants.BROTLI_MAX_QUALITY) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  return { br, gz };
}
