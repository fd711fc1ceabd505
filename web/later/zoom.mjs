// Over a chart that zooms, two fingers or the wheel with Ctrl, which is also what two fingers on a trackpad send, zoom the chart and not
// the page. Fetched after the first frame.
import { seconds, textScale } from '../surroundings.mjs';

const perPixel = 0.01; // of the wheel, in the logarithm of the factor
const mostAtOnce = 0.4;
const closest = 20; // CSS pixels between two fingers, that their quotient stays small

const zooms = (target) => target.closest?.('.zooms');

const pinchOf = ([a, b]) => ({
  x: (a.clientX + b.clientX) / 2,
  y: (a.clientY + b.clientY) / 2,
  apart: Math.max(closest, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
});

export function listenToZoom({ program, plain, frames }) {
  const send = ({ x, y, ...event }) => {
    program.pointer({ ...event, x: x / textScale(), y: y / textScale(), seconds: seconds() });
    frames.request();
  };
  const on = (type, handler, options) => document.addEventListener(type, (event) => plain.on || handler(event), { capture: true, ...options });

  let pinch;
  on('touchstart', ({ touches, target }) => {
    pinch = touches.length === 2 && zooms(target) ? pinchOf(touches) : undefined;
    if (pinch) send({ ...pinch, kind: 'cancel', touch: true }); // the first of two fingers was no drag
  });
  on('touchmove', ({ touches }) => {
    if (!pinch || touches.length !== 2) return;
    const next = pinchOf(touches);
    send({ ...next, kind: 'zoom', zoom: Math.log(next.apart / pinch.apart), wheelX: pinch.x - next.x });
    pinch = next;
  });
  on('touchend', () => (pinch = undefined));

  on('wheel', (event) => {
    if (!event.ctrlKey || !zooms(event.target)) return;
    event.preventDefault();
    const by = Math.min(mostAtOnce, Math.abs(event.deltaY) * perPixel);
    send({ kind: 'zoom', x: event.clientX, y: event.clientY, zoom: -Math.sign(event.deltaY) * by });
  }, { passive: false });
}
