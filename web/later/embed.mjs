// Within another page: the way out of it, to the whole calculator with the calculation that is shown.
import { tr } from '../language.mjs';
import { style } from './style.mjs';

export async function linkOut() {
  const line = document.createElement('nav');
  line.id = 'embed';
  const link = document.createElement('a');
  Object.assign(link, { textContent: tr('Open in Tollmeter'), target: '_blank', rel: 'noopener' });
  // What was explored here goes along.
  const point = () => (link.href = location.pathname + location.hash);
  point();
  for (const event of ['pointerdown', 'click', 'focus', 'contextmenu']) link.addEventListener(event, point);
  addEventListener('hashchange', point);
  line.append(link);
  line.hidden = true;
  document.body.append(line);
  await style('later/embed.css');
  line.hidden = false;
}
