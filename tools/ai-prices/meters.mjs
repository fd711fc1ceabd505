// What the data's price keys count. A key that is not here is refused.

const million = '1000000';
const thousand = '1000';

/** A whole without its parts, of those that have prices of their own. */
function without(whole, parts) {
  return parts.length === 0 ? whole : `max(0, ${[whole, ...parts].join(' - ')})`;
}

const partsOf = (has, parts) => Object.entries(parts).filter(([key]) => has(key)).map(([, driver]) => driver);

const inputParts = {
  cache_read_mtok: 'ai_cached_tokens',
  cache_write_mtok: 'ai_cache_write_tokens',
  input_audio_mtok: 'ai_audio_tokens',
  input_image_mtok: 'ai_image_tokens',
};

/**
 * In the order of a bill. `each` is how many units one request has, `long` the same of a request with a long prompt,
 * `metric` what is counted instead of requests. Only rows that are no `tool` have the factors of modes and regions.
 */
export const meters = [
  { key: 'input_mtok', id: 'input', name: 'input tokens', per: million, long: 'ai_long_input_tokens',
    each: ({ has }) => without('ai_input_tokens', partsOf(has, inputParts)) },
  { key: 'cache_read_mtok', id: 'cached', name: 'cached input', per: million,
    each: () => 'min(ai_cached_tokens, ai_input_tokens)' },
  { key: 'cache_write_mtok', id: 'write', name: 'cache writes', per: million, longLived: 'cache_write_1h_mtok',
    each: () => 'min(ai_cache_write_tokens, max(0, ai_input_tokens - ai_cached_tokens))' },
  { key: 'input_audio_mtok', id: 'audio-in', name: 'audio input', per: million, each: () => 'ai_audio_tokens' },
  { key: 'input_image_mtok', id: 'image-in', name: 'image input', per: million, each: () => 'ai_image_tokens' },
  { key: 'output_mtok', id: 'output', name: 'output tokens', per: million, long: 'ai_long_output_tokens',
    each: ({ has }) => without('ai_output_tokens', partsOf(has, { output_audio_mtok: 'ai_audio_output_tokens' })) },
  { key: 'output_audio_mtok', id: 'audio-out', name: 'audio output', per: million, each: () => 'ai_audio_output_tokens' },
  { key: 'audio_hours', id: 'audio', name: 'audio hours', per: '3600',
    each: ({ leastSeconds }) => (leastSeconds ? `max(${leastSeconds}, ai_audio_seconds)` : 'ai_audio_seconds') },
  { key: 'input_text_messages_kcount', id: 'messages', name: 'text messages', per: thousand,
    each: ({ platform }) => `${platform}_text_messages` },
  { key: 'input_document_kpages', id: 'pages', name: 'pages', per: thousand,
    each: ({ has, platform }) =>
      without(`${platform}_pages`, partsOf(has, { input_annotated_document_kpages: `${platform}_annotated_pages` })) },
  { key: 'input_annotated_document_kpages', id: 'annotated', name: 'annotated pages', per: thousand,
    each: ({ platform }) => `${platform}_annotated_pages` },
  { key: 'web_searches_kcount', id: 'web', name: 'web searches', per: thousand, metric: 'web_searches', tool: true },
  { key: 'storage_searches_kcount', id: 'files', name: 'file searches', per: thousand, metric: 'file_searches', tool: true },
];

/** Keys that are read elsewhere, and keys that are left unsaid, each with its reason. */
export const readElsewhere = ['cache_write_1h_mtok', 'input_audio_hours'];
export const unsaid = {
  cache_audio_read_mtok: 'cached tokens are taken for text',
  cache_image_read_mtok: 'cached tokens are taken for text',
};

export const sharedMetrics = {
  requests: { id: 'requests', name: 'Requests', kind: 'entered', unit: 'request', units: 'requests',
    counts_one: 'One call of the model; you say beside it how long its prompt and answer are.',
    slider: { least: '10', most: '100000000' } },
  long_requests: { id: 'long_requests', name: 'Requests with a long prompt', kind: 'part', of: 'requests',
    assumed_share: '0', unit: 'request', units: 'requests',
    counts_one: 'One call with a long prompt; it has sizes of its own and no cache.' },
  web_searches: { id: 'web_searches', name: 'Web searches', kind: 'derived', of: 'requests',
    per_parent: 'ai_web_searches', unit: 'search', units: 'searches',
    counts_one: 'One search of the web that the model makes while it answers.' },
};
